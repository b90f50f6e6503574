import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A NOTIFY that tells of success although the referred INVITE failed, or the reverse (RFC 3515 section 2.4.5).
    ///
    /// A redirect or a challenge that was told on the way is no conflict, nor is an INVITE that only looks as if it were
    /// the referred one.
    static let resultConflict = Rule("transfer/result-conflict", .warning, when: .init(methods: [.refer])) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.transfers.compactMap { transfer in
            guard let (status, told) = transfer.reported, let invite = transfer.referredInvite,
                let evidence = transfer.evidence, evidence != .target
            else { return nil }
            let result = exchange.result(ofLeg: exchange.transactions[invite].leg, context.timers)
            guard result.status >= 200, result.outcome != .undetermined, let index = result.transaction,
                let time = exchange.transactions[index].finalTime, time <= told.time,
                (status < 300) != (result.status < 300), !(300...399).contains(status), status != 401, status != 407
            else { return nil }
            return Evidence(
                confidence: .observed,
                messages: [transfer.refer, exchange.transactions[index].request, result.final, told.message],
                message: [
                    "sender": exchange.sender(of: told.message), "told": "\(status)",
                    "target": exchange.referTarget(of: transfer), "responder": .text(exchange.responder(of: index)),
                    "status": .text(exchange.statusText(result.status, result.final)),
                    "before": .duration(told.time - time),
                ])
        }
    }
}
