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
        exchange.offenders { exchange.lackOfCore($0) }.map { offender in
            Evidence(
                confidence: .proven, messages: [offender.message],
                message: "\(exchange.source(of: exchange.messages[offender.message])) sent "
                    + "\(exchange.name(of: offender.message)) \(offender.what)\(timesInAll(offender.count))")
        }
    }

    /// A request without Max-Forwards, as before RFC 3261 (RFC 3261 section 8.1.1.6). A proxy adds one rather than
    /// refuse the request (section 16.6), so that it does little harm until there is a loop.
    static let messageMissingMaxForwards = Rule(
        "message/missing-max-forwards", .warning, when: .init(facts: .anomaly)
    ) { exchange, _ in
        exchange.offenders { message in
            exchange.messages[message].isRequest && exchange.hasAnomaly(.missingMaxForwards, message)
                ? "without Max-Forwards" : nil
        }.map { offender in
            Evidence(
                confidence: .proven, messages: [offender.message],
                message: "\(exchange.source(of: exchange.messages[offender.message])) sent "
                    + "\(exchange.name(of: offender.message)) \(offender.what)\(timesInAll(offender.count))")
        }
    }
}

extension Exchange {
    /// What of the header fields that every message must have is not there.
    fileprivate func lackOfCore(_ message: MessageIndex) -> String? {
        let lacking = [
            (Anomaly.Kind.missingVia, "Via"), (.missingFrom, "From"), (.missingFromTag, "a tag in From"),
            (.missingTo, "To"), (.missingCSeq, "CSeq"),
        ].filter { hasAnomaly($0.0, message) }.map(\.1)
        if !lacking.isEmpty { return "without \(lacking.joined(separator: ", "))" }
        // What has an unknown method may be the rest of a message whose beginning was not captured.
        return messages[message].isRequest && messages[message].method != .other
            && hasAnomaly(.cseqMethodMismatch, message)
            ? "with another method in CSeq than in its first line" : nil
    }
}
