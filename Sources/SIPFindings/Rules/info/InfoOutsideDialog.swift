import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INFO outside of a call: its To has no tag (RFC 6086 section 4.2.1).
    static let infoOutsideDialog = Rule("info/outside-dialog", .error, when: .init(methods: [.info])) { exchange, _ in
        let outside = exchange.requests(.info).filter {
            exchange.record(exchange.transactions[$0].request)?.flags.contains(.hasToTag) == false
        }
        return exchange.groups(of: outside) { Culprit($0) }.compactMap { group in
            guard let first = group.first else { return nil }
            let request = exchange.transactions[first]
            let answer =
                request.finalStatus == 0
                ? "" : "; the answer was \(exchange.statusText(request.finalStatus, request.final))"
            return Evidence(
                confidence: .proven, messages: [request.request, request.final],
                message:
                    "\(exchange.client(of: request)) sent INFO to \(exchange.server(of: request)) without a tag in "
                    + "To\(timesInAll(group.count)), which violates the rule that INFO belongs to a call\(answer)")
        }
    }
}
