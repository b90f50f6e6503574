import Foundation
import SIPParsing
import Testing
import _TestSupport

/// A message of the torture sets in `Fixtures/torture`, and what the RFC says of it.
struct TortureMessage: Sendable, CustomTestStringConvertible {
    /// One line of the expectation: what is asked, and the answer.
    struct Expectation: Sendable {
        let question: String
        let answer: String
    }

    /// The RFC and the name that it gives the message: `rfc4475/wsinv`.
    let name: String
    /// The bytes.
    let bytes: [UInt8]
    /// The expectations in their order, anomalies left out.
    var expectations: [Expectation] = []
    /// The anomalies, by name and place: `bad-uri in To`.
    var anomalies: Set<String> = []
    /// Whether the RFC calls the message one that must be accepted.
    var isWellFormed = false

    var testDescription: String { name }

    /// All messages, by name.
    static let all: [TortureMessage] = {
        let folder = Fixture.project.appending(path: "Fixtures/torture")
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".expected") }.sorted().compactMap { TortureMessage(folder, $0) }
    }()

    private init?(_ folder: URL, _ file: String) {
        name = String(file.dropLast(".expected".count))
        guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8),
            let data = FileManager.default.contents(atPath: folder.appending(path: name).path)
                ?? FileManager.default.contents(atPath: folder.appending(path: name + ".dat").path)
        else { return nil }
        bytes = [UInt8](data)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let question = Self.expanded(String(line[..<colon]))
            let answer = Self.expanded(String(line[line.index(after: colon)...]).trimmingPrefix(" "))
            switch question {
            case "section": break
            case "reading": isWellFormed = answer == "well-formed"
            case "anomaly": if answer != "none" { anomalies.insert(answer) }
            default: expectations.append(Expectation(question: question, answer: answer))
            }
        }
    }

    /// The text with the markup of RFC 4475 sections 2.2 and 2.3 resolved.
    private static func expanded(_ text: some StringProtocol) -> String {
        var text = String(text)
        while let match = text.firstMatch(of: #/<repeat count=(\d+)>([^<]*)</repeat>/#) {
            text.replaceSubrange(match.range, with: String(repeating: String(match.2), count: Int(match.1) ?? 0))
        }
        while let match = text.firstMatch(of: #/<hex>([0-9A-F]*)</hex>/#) {
            let digits = Array(match.1)
            let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
                UInt8(String(digits[$0...($0 + 1)]), radix: 16)
            }
            text.replaceSubrange(match.range, with: String(decoding: bytes, as: UTF8.self))
        }
        return text
    }
}
