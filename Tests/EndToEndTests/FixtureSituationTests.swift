import Foundation
import Testing
import _TestSupport

@Suite("The fixtures show each situation of a response, each told in words of its own")
struct FixtureSituationTests {
    /// The situations by status; the empty name stands for the plain entry of the status.
    private static let named: [Int: [String]] = [
        200: [
            "INVITE", "re-INVITE", "CANCEL", "BYE", "REGISTER", "unregister", "SUBSCRIBE", "REFER", "PRACK", "UPDATE",
            "NOTIFY", "PUBLISH", "MESSAGE", "OPTIONS", "INFO",
        ],
        202: ["REFER", "SUBSCRIBE", "MESSAGE"],
        302: ["followed", "not-followed", "looping", "several-contacts"],
        401: ["first", "repeated", "stale"],
        403: ["after-credentials", "without-challenge", "in-dialog", "REGISTER", "stale-date"],
        404: ["in-dialog", "not-registered"],
        407: ["first", "repeated", "stale"],
        408: ["after-ringing", "no-ringing", "in-dialog"],
        480: ["after-ringing", "at-once", "not-registered"],
        481: ["BYE", "CANCEL", "NOTIFY", "PRACK", "re-INVITE", "UPDATE", "SUBSCRIBE", "REFER", "after-replaces"],
        486: ["at-once", "after-ringing"],
        487: ["cancelled", "not-cancelled"],
        488: ["offer", "re-INVITE"],
        491: ["glare"],
        500: ["overlap", "retry-after"],
        503: ["retry-after", "no-retry-after"],
        600: ["at-once", "after-ringing"],
        603: ["", "at-once", "after-ringing", "network-blocked", "after-replaces"],
        607: [""],
        608: ["with-call-info", "without-call-info"],
    ]

    /// Which words the fixtures show in each situation, by `STATUS/SITUATION`.
    private static let told: [String: Set<String>] = Fixture.all.reduce(into: [:]) { told, fixture in
        let report = FileManager.default.contents(atPath: fixture.file("json").path)
            .flatMap { try? JSONSerialization.jsonObject(with: $0) }
        for annotation in annotations(in: report as Any) {
            guard let code = annotation["code"] as? Int, let text = annotation["text"] as? String,
                let explanation = annotation["explanation"] as? String
            else { continue }
            let situation = annotation["situation"] as? String ?? ""
            told["\(code)/\(situation)", default: []].insert("\(text)\n\(explanation)")
        }
    }

    private static func annotations(in value: Any) -> [[String: Any]] {
        if let list = value as? [Any] { return list.flatMap(annotations) }
        guard let object = value as? [String: Any] else { return [] }
        let own = (object["annotation"] as? [String: Any]).map { [$0] } ?? []
        return own + object.values.flatMap(annotations)
    }

    @Test(arguments: named.keys.sorted())
    func isShown(_ code: Int) {
        for situation in Self.named[code, default: []] {
            #expect(Self.told["\(code)/\(situation)"] != nil, "\(code)/\(situation)")
        }
    }

    @Test("No two of them have the same words")
    func differs() {
        var situations: [String: String] = [:]
        for (code, names) in Self.named {
            for situation in names.map({ "\(code)/\($0)" }) {
                for words in Self.told[situation, default: []] {
                    let other = situations.updateValue(situation, forKey: words)
                    #expect(other == nil, "\(situation) and \(other ?? "")")
                }
            }
        }
    }

    @Test("A request that nobody answers has no 408, and the finding says so")
    func noResponse() throws {
        let report = try ReportDocument(of: Fixture("call/no-response").path)
        let call = try #require(report.calls.first)
        #expect(call.status == nil)
        #expect(!call.messages.contains { $0.summary.hasPrefix("408") })
        let finding = try #require(call.findings.first { $0.rule == "invite/no-response" })
        #expect(finding.message.contains("no response"))
        let words = Self.told.filter { $0.key.hasPrefix("408/") }.values.flatMap { $0 }
        #expect(!words.isEmpty && words.allSatisfy { !$0.contains(finding.message) })
    }
}
