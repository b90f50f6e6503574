import Testing

@testable import TraceGeneration

@Suite("Transfers name what they belong to")
struct TransferTests {
    private static func messages(_ kind: String) throws -> [WrittenMessage] {
        try WrittenTrace(kinds: kind, messages: 1).frames().map(WrittenMessage.init)
    }

    private static func notified(_ messages: [WrittenMessage]) -> [String] {
        messages.filter { $0.startLine.hasPrefix("NOTIFY") }.map(\.body)
    }

    @Test(
        "RFC 3515 2.4.5: the status lines that the NOTIFYs carry",
        arguments: [
            ("transfer", ["SIP/2.0 100 Trying\r\n", "SIP/2.0 200 OK\r\n"]),
            ("transfer-early-notify", ["SIP/2.0 100 Trying\r\n", "SIP/2.0 200 OK\r\n"]),
            ("transfer-declined", ["SIP/2.0 100 Trying\r\n", "SIP/2.0 603 Decline\r\n"]),
            ("transfer-attended", ["SIP/2.0 100 Trying\r\n", "SIP/2.0 200 OK\r\n"]),
            ("transfer-stuck", ["SIP/2.0 100 Trying\r\n"]),
            ("transfer-no-notify", []), ("transfer-refused", []),
        ])
    func notifiedStatus(kind: String, bodies: [String]) throws {
        let messages = try Self.messages(kind)
        #expect(Self.notified(messages) == bodies)
        for notify in messages where notify.startLine.hasPrefix("NOTIFY") {
            let isFinal = !notify.body.contains(" 100 ")
            #expect(
                notify["Subscription-State"] == (isFinal ? "terminated;reason=noresource" : "active;expires=60"))
            #expect(notify["Event"] == "refer")
            #expect(notify["Content-Type"] == "message/sipfrag;version=2.0")
        }
    }

    @Test func referredInvite() throws {
        let messages = try Self.messages("transfer")
        let refer = try #require(messages.first { $0.startLine.hasPrefix("REFER") })
        let invite = try #require(messages.last { $0.startLine.hasPrefix("INVITE") })
        #expect(invite["Call-ID"] != refer["Call-ID"])
        #expect(invite["Referred-By"] == refer["Referred-By"])
        #expect(try "INVITE \(refer.required("Refer-To").dropFirst().dropLast()) SIP/2.0" == invite.startLine)
    }

    @Test("RFC 3891 3: Replaces names the consultation call, unescaped from Refer-To")
    func replacedDialog() throws {
        let messages = try Self.messages("transfer-attended")
        let refer = try #require(messages.first { $0.startLine.hasPrefix("REFER") })
        let invite = try #require(messages.last { $0.startLine.hasPrefix("INVITE") })
        let parts = try invite.required("Replaces").split(separator: ";").map(String.init)
        try #require(parts.count == 3)
        let answer = try #require(messages.first { $0["Call-ID"] == parts[0] && $0.status == 200 })
        #expect(parts[1] == "to-tag=\(answer.tag(of: "To") ?? "none")")
        #expect(parts[2] == "from-tag=\(answer.tag(of: "From") ?? "none")")
        let escaped = parts.joined(separator: "%3B").replacing("@", with: "%40").replacing("-tag=", with: "-tag%3D")
        #expect(try refer.required("Refer-To").contains("?Replaces=\(escaped)&Require=replaces>"))
        #expect(messages.contains { $0.startLine.hasPrefix("BYE") && $0["Call-ID"] == parts[0] })
    }

    @Test(arguments: [("transfer", [202]), ("transfer-200", [200]), ("transfer-refused", [403])])
    func answerToRefer(kind: String, statuses: [Int]) throws {
        #expect(try Self.messages(kind).filter { $0.method == "REFER" }.compactMap(\.status) == statuses)
    }

    @Test func notifyBeforeTheAnswer() throws {
        let early = try Self.messages("transfer-early-notify")
        let order = early.filter { $0.startLine.hasPrefix("NOTIFY") || $0.status == 202 }.map { $0.status ?? 0 }
        #expect(order == [0, 202, 0])
        let usual = try Self.messages("transfer")
        #expect(
            usual.filter { $0.startLine.hasPrefix("NOTIFY") || $0.status == 202 }.map { $0.status ?? 0 } == [202, 0, 0])
    }
}
