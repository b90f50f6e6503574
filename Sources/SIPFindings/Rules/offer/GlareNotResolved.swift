import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// Crossing INVITEs or UPDATEs that go on crossing: one side got 491 three times in a row, or a second time after
    /// it tried again too early or too late (RFC 3261 section 14.1, RFC 3311 section 5.3: after 2.1 to 4 s the side
    /// that made the Call-ID, within 2 s the other).
    ///
    /// One 491 to each side, and a retry that gets through, are how such a crossing is meant to be settled.
    static let glareNotResolved = Rule("offer/glare-not-resolved", .warning, when: .init(facts: .failure)) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.dialogs.indices.compactMap { place -> Evidence? in
            let dialog = exchange.dialogs[place]
            for side in [SessionTimer.Side.caller, .callee] {
                let refused = exchange.longestGlare(of: side, ofDialog: place, context.timers)
                guard refused.count > 1, let first = refused.first, let last = refused.last else { continue }
                let wait = exchange.wrongWait(refused, side, dialog)
                guard refused.count > 2 || wait != nil else { continue }
                let transaction = exchange.transactions[first]
                return Evidence(
                    confidence: .observed,
                    messages: refused.prefix(8).flatMap {
                        [exchange.transactions[$0].request, exchange.transactions[$0].final]
                    },
                    message: [
                        "client": .text(exchange.client(of: transaction)),
                        "server": .text(exchange.server(of: transaction)),
                        "often": .choice(refused.count > 2 ? "other" : "twice"), "count": .number(refused.count),
                        "elapsed": .duration(exchange.transactions[last].startTime - transaction.startTime),
                        "wait": wait.map { .duration($0) }, "side": .choice(side == .caller ? "caller" : "callee"),
                    ])
            }
            return nil
        }
    }
}

extension Exchange {
    /// The longest row of requests of one side that were refused with 491 and had crossed another.
    fileprivate func longestGlare(
        of side: SessionTimer.Side, ofDialog place: Int, _ timers: TimerValues
    ) -> [TransactionIndex] {
        var longest: [TransactionIndex] = []
        var row: [TransactionIndex] = []
        for index in sessionRequests(ofDialog: place) {
            let transaction = transactions[index]
            guard transaction.isInDialog, self.side(of: transaction, in: dialogs[place]) == side,
                ![401, 407].contains(transaction.finalStatus)
            else { continue }
            let isGlare = transaction.finalStatus == 491 && hasCrossing(index, ofDialog: place, timers)
            let last = row.last.flatMap { transactions[$0].finalTime }
            let isRetry = last.map { transaction.startTime - $0 <= Self.longestWait } ?? true
            row = isGlare ? (isRetry ? row : []) + [index] : []
            if row.count > longest.count { longest = row }
        }
        return longest
    }

    /// What a side sends later than this after a 491 is no retry.
    private static var longestWait: TimeSpan { .seconds(10) }

    /// The first time that a side waited for before it tried again and was refused again, where that was too short or
    /// too long.
    fileprivate func wrongWait(_ refused: [TransactionIndex], _ side: SessionTimer.Side, _ dialog: Dialog) -> TimeSpan?
    {
        guard dialog.invite != nil else { return nil }
        // At the capture point the way to the client and back is part of the time.
        let due =
            side == .caller
            ? TimeSpan.milliseconds(2_050)...TimeSpan.milliseconds(4_500)
            : TimeSpan.zero...TimeSpan.milliseconds(2_500)
        for (earlier, later) in zip(refused, refused.dropFirst()) {
            guard let final = transactions[earlier].finalTime else { continue }
            let wait = transactions[later].startTime - final
            if !due.contains(wait), wait >= .zero { return wait }
        }
        return nil
    }
}
