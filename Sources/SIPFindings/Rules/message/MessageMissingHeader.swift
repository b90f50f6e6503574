import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A message without a header field that every message must have: Via, From with a tag, To, CSeq, and a CSeq that
    /// names the method of the request (RFC 3261 section 8.1.1; for responses section 8.2.6.2).
    ///
    /// A message that the capture cut is not judged. One without Call-ID belongs to no exchange.
    static let messageMissingHeader = Rule("message/missing-header", .error, when: .init(facts: .anomaly)) {
        exchange, _ in
        exchange.offenders { exchange.coreFault($0) }.map { offender in
            let record = exchange.messages[offender.message]
            let isMismatch = offender.what == Exchange.otherMethod
            var values: PhraseValues = [
                "sender": exchange.sender(of: offender.message), "method": exchange.requestMethod(of: offender.message),
            ]
            values["status"] = record.isRequest ? nil : "\(record.status)"
            values["lacking"] = isMismatch ? nil : .list(exchange.lackingCore(offender.message).map(\.name))
            values["count"] = .number(offender.count, above: 1)
            return Evidence(
                confidence: .proven, messages: [offender.message], message: .init(isMismatch ? "method" : "", values))
        }
    }

    /// A request without Max-Forwards, as before RFC 3261 (RFC 3261 section 8.1.1.6). A proxy adds one rather than
    /// refuse the request (section 16.6), so that it does little harm until there is a loop.
    static let messageMissingMaxForwards = Rule(
        "message/missing-max-forwards", .warning, when: .init(facts: .anomaly)
    ) { exchange, _ in
        exchange.offenders { message in
            exchange.messages[message].isRequest && exchange.hasAnomaly(.missingMaxForwards, message)
                ? "" : nil
        }.map { offender in
            Evidence(
                confidence: .proven, messages: [offender.message],
                message: [
                    "sender": exchange.sender(of: offender.message),
                    "method": exchange.requestMethod(of: offender.message), "count": .number(offender.count, above: 1),
                ])
        }
    }
}

extension Exchange {
    /// The fault of a message whose CSeq names another method.
    fileprivate static let otherMethod = "method"

    private static let coreNames: [(kind: Anomaly.Kind, name: PhraseValue)] = [
        (.missingVia, "Via"), (.missingFrom, "From"), (.missingFromTag, .phrase(Phrase(FindingPhrase.fromTag))),
        (.missingTo, "To"), (.missingCSeq, "CSeq"),
    ]

    /// What of the header fields that every message must have is not there.
    fileprivate func lackingCore(_ message: MessageIndex) -> [(kind: Anomaly.Kind, name: PhraseValue)] {
        Self.coreNames.filter { hasAnomaly($0.kind, message) }
    }

    /// The fault of a message, by which those of one sender are told apart.
    fileprivate func coreFault(_ message: MessageIndex) -> String? {
        let lacking = lackingCore(message)
        if !lacking.isEmpty { return "\(lacking.map(\.kind))" }
        // What has an unknown method may be the rest of a message whose beginning was not captured.
        return messages[message].isRequest && messages[message].method != .other
            && hasAnomaly(.cseqMethodMismatch, message) ? Self.otherMethod : nil
    }
}
