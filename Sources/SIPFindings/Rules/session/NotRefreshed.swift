import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A session that expires while nobody refreshes it or hangs up (RFC 4028 sections 7.2 and 9): the side named as
    /// the refresher must send an INVITE or UPDATE before that if the call is to go on.
    ///
    /// Any INVITE or UPDATE counts, for whatever it was sent, and so does one that was refused. A 2xx without
    /// Session-Expires turns the timer off.
    static let sessionNotRefreshed = Rule(
        "session/not-refreshed", .warning, when: .init(headers: [.sessionExpires])
    ) { exchange, context in
        exchange.dialogs.indices.compactMap { index -> Evidence? in
            let dialog = exchange.dialogs[index]
            let begin = dialog.answerTime ?? exchange.startTime
            // Most calls are shorter than the shortest interval.
            guard exchange.isShown(until: begin + SessionStretch.shortest + SessionStretch.patience, context),
                exchange.requestsPass(ofDialog: index)
            else { return nil }
            let expired = exchange.sessionStretches(ofDialog: index).first { stretch in
                guard let expiry = stretch.timer.expiry, stretch.timer.refresher != nil else { return false }
                let limit = expiry + SessionStretch.patience
                return (stretch.nextTime.map { $0 > limit } ?? true) && (dialog.byeTime.map { $0 > limit } ?? true)
                    && exchange.isShown(until: limit, context)
            }
            guard let expired, let refresher = expired.timer.refresher, let since = expired.timer.refreshTime,
                let interval = expired.timer.interval,
                let silent = exchange.address(of: refresher, ofDialog: index)
            else { return nil }
            let end = expired.nextTime != nil ? "next" : dialog.byeTime != nil ? "bye" : "watched"
            let elapsed = (expired.nextTime ?? dialog.byeTime ?? exchange.observedUntil) - since
            return Evidence(
                confidence: .observed, messages: [expired.answer],
                message: [
                    "refresher": .text(silent), "interval": .number(Int(interval.nanoseconds / 1_000_000_000)),
                    "end": .choice(end), "elapsed": .duration(elapsed),
                ])
        }
    }
}
