import Foundation
import SIPCatalog
import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPReporting

@Suite("The report for machines")
struct JSONTests {
    private func document(_ report: Report) -> String {
        var text = ""
        ReportJSON(report).write { text += $0 }
        return text
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// Whether the keys of every object stand in ascending order, none of them twice.
    private func hasSortedKeys(_ text: String) -> Bool {
        var last: [String?] = []
        var string: String?
        var isEscaped = false
        var isSorted = true
        var key: String?
        for character in text {
            if string != nil {
                if isEscaped || (character != "\"" && character != "\\") {
                    string?.append(character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else {
                    key = string
                    string = nil
                }
                continue
            }
            switch character {
            case "\"": string = ""
            case "{", "[": last.append(nil)
            case "}", "]": _ = last.popLast()
            case ":":
                guard let depth = last.indices.last, let name = key else { return false }
                if let previous = last[depth], previous >= name { isSorted = false }
                last[depth] = name
            default: break
            }
        }
        return isSorted && last.isEmpty
    }

    @Test("All paths of the contract are there, with sorted keys and the same bytes each time")
    func contract() throws {
        let scenario = SIPScenario.failedTransfer()
        let text = document(scenario.reported(until: 60))
        #expect(text == document(scenario.reported(until: 60)))
        #expect(hasSortedKeys(text))
        let root = try object(text)
        #expect(root["schemaVersion"] as? Int == 1)
        let call = try #require((root["calls"] as? [[String: Any]])?.first)
        #expect(call["callIDs"] as? [String] == [SIPScenario.defaultCallID, "referred@example.com"])
        #expect(call["outcome"] as? String == "answered")
        #expect(call["status"] as? Int == 200)
        let transfer = try #require((call["transfers"] as? [[String: Any]])?.first)
        #expect(transfer["kind"] as? String == "blind")
        #expect(transfer["referTo"] as? String == "sip:carol@192.0.2.3")
        #expect(transfer["responseStatus"] as? Int == 200)
        #expect(transfer["finalStatus"] as? Int == 603)
        #expect(transfer["outcome"] as? String == "failed")
        let messages = try #require(call["messages"] as? [[String: Any]])
        #expect(messages.count == 11)
        #expect(messages[4]["summary"] as? String == "REFER")
        #expect(messages[0]["summary"] as? String == "INVITE sip:bob@192.0.2.2")
        #expect(messages[0]["source"] as? String == "192.0.2.1:5060")
        let finding = try #require((root["findings"] as? [[String: Any]])?.first)
        #expect(finding["rule"] as? String == "transfer/failed")
        #expect(finding["severity"] as? String == "error")
        #expect(finding["confidence"] as? String == "proven")
        #expect(finding["call"] as? Int == 1)
        #expect(finding["frames"] as? [Int] == [5, 6, 7, 8, 10])
        #expect((root["messages"] as? [String: Any])?["total"] as? Int == 11)
    }

    @Test("An empty report is a document too")
    func empty() throws {
        let text = document(SIPScenario().reported(until: 60))
        #expect(hasSortedKeys(text))
        #expect((try object(text)["calls"] as? [Any])?.isEmpty == true)
    }

    @Test(
        "Text from the wire is escaped and survives the way through a parser",
        arguments: [
            "a\"b\\c", "a\u{1B}b", "a\u{202E}b", "a\u{7F}b", "電話 👍", "a/b",
        ])
    func escapes(name: String) throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, uri: "sip:\(name)@192.0.2.2")
        scenario.response(486, to: invite, at: 1, phrase: name)
        let text = document(scenario.reported(until: 60))
        #expect(
            !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E || $0.value == 0x7F })
        let call = try #require((try object(text)["calls"] as? [[String: Any]])?.first)
        #expect(call["reason"] as? String == escaped(name))
    }

    @Test(
        "A line of JSON Lines is one object on one line, with its kind",
        arguments: [
            (SIPParsing.Method.invite, "call"), (.register, "registration"), (.subscribe, "subscription"),
            (.options, "request"),
        ])
    func lines(method: SIPParsing.Method, kind: String) throws {
        var scenario = SIPScenario()
        let request = scenario.request(method, from: .alice, to: .bob, at: 0)
        scenario.response(403, to: request, at: 0.1)
        let judged = try #require(scenario.reported(until: 60).exchanges.first)
        let line = ExchangeJSON(judged: judged, catalog: .english, timers: TimerValues()).line
        #expect(line.hasSuffix("}\n"))
        #expect(line.count { $0 == "\n" } == 1)
        #expect(hasSortedKeys(line))
        #expect(try object(line)["kind"] as? String == kind)
    }

    @Test("An unanswered call has null where there is nothing")
    func nulls() throws {
        var scenario = SIPScenario()
        scenario.request(.invite, from: .alice, to: .bob, at: 0)
        let call = try #require(
            (try object(document(scenario.reported(until: 60)))["calls"] as? [[String: Any]])?.first)
        for key in ["status", "reason", "answerTime", "duration", "endedBy"] { #expect(call[key] is NSNull, "\(key)") }
    }
}
