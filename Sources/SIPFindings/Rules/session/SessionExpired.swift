import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A call that ends because its session was not refreshed: a BYE of the side that waits for the refresh, at the
    /// time when it is to give up (RFC 4028 section 10), and no INVITE or UPDATE since the last 2xx.
    ///
    /// Whether it was the timer or the user, the BYE alone does not tell; a Reason with 408 or the timer's cause does.
    static let sessionExpired = Rule("session/expired", .error, when: .init(headers: [.sessionExpires])) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.dialogs.indices.compactMap { index -> Evidence? in
            let dialog = exchange.dialogs[index]
            guard let bye = dialog.byeTime, let stretch = exchange.sessionStretches(ofDialog: index).last,
                stretch.nextTime == nil, let refresher = stretch.timer.refresher, let expiry = stretch.timer.expiry,
                let giveUp = stretch.timer.hangUpTime, let since = stretch.timer.refreshTime,
                let interval = stretch.timer.interval, (refresher == .caller) != dialog.byeByCaller,
                bye >= giveUp + SessionStretch.tolerance * -1, bye <= expiry + SessionStretch.patience,
                exchange.requestsPass(ofDialog: index),
                let silent = exchange.address(of: refresher, ofDialog: index),
                let other = exchange.address(of: refresher.other, ofDialog: index)
            else { return nil }
            return Evidence(
                confidence: exchange.namesTimer(dialog.bye) ? .observed : .likely,
                messages: [stretch.answer, dialog.bye],
                message: [
                    "other": .text(other), "elapsed": .duration(bye - since),
                    "end": .choice(bye < expiry ? "before" : "after"),
                    "gap": .duration(bye < expiry ? expiry - bye : bye - expiry),
                    "interval": "\(interval.nanoseconds / 1_000_000_000)", "refresher": .text(silent),
                ])
        }
    }
}

extension Exchange {
    /// Whether the Reason of a BYE says that a timer ran out: status 408, or cause 102 of Q.850.
    fileprivate func namesTimer(_ bye: MessageIndex?) -> Bool {
        values(of: .reason, in: bye).flatMap { ReasonHeader.list(text.span, $0) }.contains { reason in
            switch reason.protocolName.lowercased() {
            case "sip": reason.cause == 408
            case "q.850": reason.cause == 102
            default: false
            }
        }
    }
}
