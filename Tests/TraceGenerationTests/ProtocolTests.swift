import Testing

@testable import TraceGeneration

@Suite("Every kind keeps the rules that it does not mean to break")
struct ProtocolTests {
    /// How soon a response must follow so that no request would be repeated: T1 of RFC 3261 section 17.1.1.1.
    private static let t1: Int64 = 500_000

    private static func messages(_ kind: String) throws -> [WrittenMessage] {
        try WrittenTrace(kinds: kind, messages: 60).frames().map(WrittenMessage.init)
    }

    @Test("RFC 3261 8.1.1: what every message carries", arguments: ExchangeKind.all.map(\.name))
    func mandatoryFields(kind: String) throws {
        for message in try Self.messages(kind) {
            for name in ["Via", "From", "To", "Call-ID", "CSeq", "Content-Length"] {
                #expect(message.fields.filter { $0.name == name }.count == 1)
            }
            #expect(message.branch.hasPrefix("z9hG4bK"))
            #expect(message.tag(of: "From") != nil)
            if message.status == nil {
                #expect(message["Max-Forwards"] == "70")
                #expect(message.startLine.hasPrefix(message.method + " sip:"))
                #expect(message.startLine.hasSuffix(" SIP/2.0"))
            } else if message.status != 100 {
                #expect(message.tag(of: "To") != nil)
            }
            if ["INVITE", "REFER", "SUBSCRIBE", "NOTIFY"].contains(message.method), message.status == nil {
                #expect(message["Contact"] != nil)
            }
        }
    }

    @Test("RFC 3261 8.1.1.7: one branch, one transaction", arguments: ExchangeKind.all.map(\.name))
    func branches(kind: String) throws {
        var transactions: [String: String] = [:]
        for message in try Self.messages(kind) {
            let key = try "\(message.required("Call-ID")) \(message.cseq) \(message.required("From"))"
            #expect(transactions.updateValue(key, forKey: message.branch) ?? key == key)
        }
        #expect(Set(transactions.values).count > 1)
    }

    @Test("RFC 3261 17.1.1.3, 13.2.2.4: where an ACK belongs", arguments: ExchangeKind.all.map(\.name))
    func acknowledgments(kind: String) throws {
        let messages = try Self.messages(kind)
        let finals = messages.filter { $0.method == "INVITE" && ($0.status ?? 0) >= 200 }
        for ack in messages where ack.method == "ACK" {
            let final = try #require(
                finals.last {
                    $0["Call-ID"] == ack["Call-ID"] && $0.cseq == ack.cseq && $0.time < ack.time
                        && $0.tag(of: "From") == ack.tag(of: "From")
                })
            #expect((final.branch == ack.branch) == (final.status ?? 0 >= 300))
            #expect(final["To"] == ack["To"])
            #expect(ack.time - final.time < Self.t1)
            let invite = try #require(messages.first { $0.method == "INVITE" && $0.branch == final.branch })
            #expect(ack["Authorization"] == invite["Authorization"])
            #expect(ack["Proxy-Authorization"] == invite["Proxy-Authorization"])
        }
        let acknowledged = Set(messages.filter { $0.method == "ACK" }.map { "\($0["Call-ID"] ?? "") \($0.cseq)" })
        let answered = Set(finals.map { "\($0["Call-ID"] ?? "") \($0.cseq)" })
        #expect(kind == "missing-ack" ? acknowledged.isEmpty && !answered.isEmpty : acknowledged == answered)
    }

    @Test("RFC 3261 12.2.1.1: numbers rise by one in each direction", arguments: ExchangeKind.all.map(\.name))
    func sequenceNumbers(kind: String) throws {
        var last: [String: WrittenMessage] = [:]
        var invites: Set<String> = []
        for message in try Self.messages(kind) where message.status == nil {
            let direction = try "\(message.required("Call-ID")) \(message.tag(of: "From") ?? "")"
            if ["ACK", "CANCEL"].contains(message.method) {
                #expect(invites.contains("\(direction) \(message.cseq)"))
                continue
            }
            if message.method == "INVITE" { invites.insert("\(direction) \(message.cseq)") }
            if let previous = last.updateValue(message, forKey: direction) {
                let isRepeat = message.branch == previous.branch
                #expect(message.cseq == previous.cseq + (isRepeat ? 0 : 1))
            }
        }
        #expect(!last.isEmpty)
    }

    @Test(
        "Every request is answered in time, but those that are meant to be lost",
        arguments: ExchangeKind.all.map(\.name))
    func answers(kind: String) throws {
        let messages = try Self.messages(kind)
        var unanswered = 0
        for request in messages where request.status == nil && request.method != "ACK" {
            let response = messages.first {
                $0.status != nil && $0.branch == request.branch && $0.method == request.method && $0.time > request.time
            }
            guard let response else {
                unanswered += 1
                continue
            }
            for name in ["From", "Call-ID", "CSeq"] { #expect(response[name] == request[name]) }
            if kind != "retransmitted" { #expect(response.time - request.time < Self.t1) }
        }
        #expect((unanswered > 0) == (kind == "no-response"))
    }
}
