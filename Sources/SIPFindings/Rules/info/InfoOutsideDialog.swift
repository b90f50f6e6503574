import SIPCatalog
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
            let isAnswered = request.finalStatus != 0
            return Evidence(
                confidence: .proven, messages: [request.request, request.final],
                message: [
                    "client": .text(exchange.client(of: request)), "server": .text(exchange.server(of: request)),
                    "count": .number(group.count, above: 1),
                    "status": isAnswered ? .text(exchange.statusText(request.finalStatus, request.final)) : nil,
                ])
        }
    }
}
