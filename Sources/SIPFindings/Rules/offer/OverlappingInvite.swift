import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE in a dialog while another INVITE of the dialog is open: the client's own, or one from the peer that it
    /// has already answered provisionally (RFC 3261 section 14.1).
    ///
    /// INVITEs of both sides that cross are none: neither side could know of the other's.
    static let overlappingInvite = Rule("offer/overlapping-invite", .error, when: .init(methods: [.invite])) {
        exchange, context in
        guard !context.hasLoss, exchange.transactions.contains(where: { $0.method == .invite && $0.isInDialog }) else {
            return []
        }
        return exchange.dialogs.indices.flatMap { place -> [Evidence] in
            let invites = exchange.sessionRequests(ofDialog: place).filter {
                exchange.transactions[$0].method == .invite
            }
            guard invites.count > 1 else { return [] }
            return [SessionTimer.Side.caller, .callee].compactMap { side -> Evidence? in
                let cases = invites.compactMap { later in
                    exchange.overlapped(by: later, of: side, among: invites, ofDialog: place, context.timers)
                        .map { (earlier: $0, later: later) }
                }
                guard let first = cases.first else { return nil }
                let (earlier, later) = (exchange.transactions[first.earlier], exchange.transactions[first.later])
                return Evidence(
                    confidence: .observed, messages: [earlier.request, later.request, later.final],
                    message: [
                        "client": .text(exchange.client(of: later)), "cseq": "\(later.cseq)",
                        "earlier": .choice(earlier.fromTag == later.fromTag ? "own" : "peer"),
                        "earlier-cseq": "\(earlier.cseq)", "elapsed": .duration(later.startTime - earlier.startTime),
                        "status": exchange.answerText(of: later), "more": .number(cases.count - 1, above: 0),
                    ])
            }
        }
    }
}

extension Exchange {
    /// The INVITE that a later one of a side should have waited for.
    fileprivate func overlapped(
        by later: TransactionIndex, of side: SessionTimer.Side, among invites: [TransactionIndex], ofDialog place: Int,
        _ timers: TimerValues
    ) -> TransactionIndex? {
        let invite = transactions[later]
        guard invite.isInDialog, self.side(of: invite, in: dialogs[place]) == side else { return nil }
        return invites.first {
            let earlier = transactions[$0]
            guard $0 != later, earlier.startTime + Self.reordering < invite.startTime,
                isOpen($0, at: invite.startTime + Self.reordering, timers)
            else { return false }
            if earlier.fromTag == invite.fromTag { return earlier.cseq < invite.cseq }
            guard let answered = record(earlier.provisional), !answered.isRepeat else { return false }
            return answered.time + Self.reordering < invite.startTime
        }
    }
}
