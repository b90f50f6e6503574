import Foundation
import SIPParsing
import Testing
import _TestSupport

@Suite("Header field names (RFC 3261 section 7.3.3 and IANA's registry)")
struct HeaderNameTests {
    /// Names that are met in traces and are not registered.
    static let unregistered: Set<HeaderName> = [
        .diversion, .remotePartyID, .xCallID, .xCID, .pChargeNumber, .pRTPStat, .xRTPStat, .session, .alertMessage,
    ]

    static let known = HeaderName.allCases.filter { $0 != .other }

    @Test("All 134 registered names are known, and nine others")
    func count() {
        #expect(Self.known.filter { !Self.unregistered.contains($0) }.count == 134)
        #expect(Self.known.count == 134 + Self.unregistered.count)
        #expect(Set(Self.known.map { $0.rawValue.lowercased() }).count == Self.known.count)
    }

    @Test("Every name is read in any case", arguments: known)
    func name(name: HeaderName) throws {
        for spelling in [name.rawValue, name.rawValue.lowercased(), name.rawValue.uppercased()] {
            #expect(try read(spelling) == name)
            #expect(try read(spelling + "x") == .other)
            #expect(try read("x" + spelling) == .other)
        }
    }

    @Test("The nineteen compact forms, and letters that are none")
    func compactForms() throws {
        let letters = Dictionary(
            uniqueKeysWithValues: Self.known.compactMap { name in name.compactForm.map { (String($0), name) } })
        #expect(letters.keys.sorted().joined() == "abcdefijklmorstuvxy")
        for letter in "abcdefghijklmnopqrstuvwxyz".map(String.init) {
            #expect(try read(letter) == letters[letter] ?? .other)
            #expect(try read(letter.uppercased()) == letters[letter] ?? .other)
        }
    }

    private func read(_ name: String) throws -> HeaderName {
        let (message, _) = try #require(parse("OPTIONS sip:a SIP/2.0\r\n\(name): 1\r\n\r\n"))
        return try #require(message.fields.first).name
    }

    /// The rows of the table in the documentation of `HeaderName`: the type that each spelling stands with.
    static let documented: [String: String] = {
        let file = Fixture.project.appending(path: "Sources/SIPParsing/Headers/HeaderName.swift")
        let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
        let rows = lines.filter { $0.hasPrefix("/// |") && !$0.hasPrefix("/// |---") }.dropFirst()
            .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
        let pairs = rows.flatMap { row in
            row[1].split(separator: ",").map { ($0.trimmingCharacters(in: .whitespaces), row[2]) }
        }
        return Dictionary(pairs) { "\($0) and \($1)" }
    }()

    @Test("The documentation says of each name which type reads it", arguments: known)
    func documentation(name: HeaderName) {
        let type = name.valueType.map { "``\($0)``" } ?? "text only: ``HeaderField/value``"
        #expect(Self.documented[name.rawValue] == type)
    }

    @Test("The documentation has no name that is not known")
    func documentationIsComplete() {
        #expect(Set(Self.documented.keys) == Set(Self.known.map(\.rawValue)))
    }
}
