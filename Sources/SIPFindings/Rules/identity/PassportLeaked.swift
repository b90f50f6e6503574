import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A response to a user agent with a Reason of STIR that repeats the whole PASSporT in `ppi`: who signed the call
    /// must take it out (RFC 9410 section 7), because it tells what is in it, and may be used again while it is fresh
    /// (section 9).
    ///
    /// That the client is a user agent follows from its single Via alone; a gateway looks the same. The compact form,
    /// which holds the signature only, tells nothing.
    static let passportLeaked = Rule("identity/passport-leaked", .warning, when: .init(headers: [.reason])) {
        exchange, _ in
        let leaking = exchange.newMessages.filter { exchange.leaksPassport($0) }
        guard let first = leaking.first else { return [] }
        let record = exchange.messages[first]
        return [
            Evidence(
                confidence: .likely, messages: leaking.prefix(3).map { $0 },
                message: [
                    "status": "\(record.status)", "server": "\(exchange.source(of: record))",
                    "client": "\(exchange.destination(of: record))", "times": .number(leaking.count, above: 1),
                ])
        ]
    }
}

extension Exchange {
    fileprivate func leaksPassport(_ message: MessageIndex) -> Bool {
        let record = messages[message]
        guard !record.isRequest, transaction(of: record)?.viaCount == 1 else { return false }
        return values(of: .reason, in: message).contains { value in
            ReasonHeader.list(text.span, value).contains { reason in
                reason.protocolName.lowercased() == "stir"
                    && reason.parameters.contains { $0.name == "ppi" && $0.value.map(Self.isWholePassport) == true }
            }
        }
    }

    /// A compact one begins with two dots.
    private static func isWholePassport(_ text: String) -> Bool {
        text.count { $0 == "." } == 2 && !text.hasPrefix("..")
    }
}
