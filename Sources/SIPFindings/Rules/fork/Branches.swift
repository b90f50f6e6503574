import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A proxy that passed on a final response and left another branch ringing: it has to cancel all that are pending (RFC
    /// 3261 section 16.7, step 10). A branch that never sent a provisional response must not be cancelled, and ends by
    /// itself.
    static let branchNotCancelled = Rule("fork/branch-not-cancelled", .warning, when: .init(methods: [.invite])) {
        exchange, context in
        exchange.forks { upstream, branches in
            guard let ended = upstream.finalTime,
                exchange.isShown(until: ended + context.timers.transactionTimeout, context)
            else { return nil }
            let ringing = branches.filter { exchange.isLeftRinging($0, since: ended) }
            guard let first = ringing.first, let provisional = exchange.record(first.provisional) else { return nil }
            return Evidence(
                confidence: .observed, messages: [upstream.final, first.request, first.provisional],
                message: [
                    "proxy": .text(exchange.client(of: first)), "server": .text(exchange.server(of: first)),
                    "status": .text(exchange.statusText(upstream.finalStatus, upstream.final)),
                    "provisional": "\(provisional.status)", "count": .number(ringing.count, above: 1),
                    "shown": .duration(exchange.observedUntil - ended),
                ])
        }
    }

    /// A device that answered 6xx for everybody, and another device of the same call that answered it after that: the 6xx
    /// speaks for all devices of the user (RFC 3261 section 21.6), so it should have been 486 or 480.
    static let answerAfterGlobalFailure = Rule(
        "fork/answer-after-global-failure", .warning, when: .init(facts: .failure)
    ) { exchange, _ in
        exchange.forks { _, branches in
            guard let rejected = branches.first(where: { $0.finalStatus >= 600 }), let time = rejected.finalTime,
                let answered = branches.first(where: { $0.isAnswered && $0.finalTime.map { $0 > time } == true })
            else { return nil }
            return Evidence(
                confidence: .likely, messages: [rejected.request, rejected.final, answered.final],
                message: [
                    "server": .text(exchange.server(of: rejected)), "other": .text(exchange.server(of: answered)),
                    "status": .text(exchange.statusText(rejected.finalStatus, rejected.final)),
                ])
        }
    }
}

extension Exchange {
    /// What a check says of each INVITE that a proxy sent on to several servers: the INVITE as it came to the proxy, and
    /// the branches.
    fileprivate func forks(_ check: (Transaction, [Transaction]) -> Evidence?) -> [Evidence] {
        guard transactions.count > 2, transactions.contains(where: { $0.primary != nil && $0.method == .invite }) else {
            return []
        }
        return requests(.invite).compactMap { index in
            let upstream = transactions[index]
            let branches = hops(of: index).map { transactions[$0] }.filter {
                $0.viaCount == upstream.viaCount &+ 1 && $0.request != nil
                    && endpoints[Int($0.source)].address == endpoints[Int(upstream.destination)].address
            }
            return branches.count > 1 ? check(upstream, branches) : nil
        }
    }

    /// Whether a branch rang when the call was decided, and has neither ended nor been cancelled since.
    fileprivate func isLeftRinging(_ branch: Transaction, since ended: Timestamp) -> Bool {
        guard branch.finalStatus == 0, branch.cancelTime == nil, branch.acknowledgement == nil,
            let rang = record(branch.provisional)?.time, rang < ended
        else { return false }
        return !transactions.contains {
            $0.method == .cancel && $0.source == branch.source && $0.destination == branch.destination
        }
    }
}
