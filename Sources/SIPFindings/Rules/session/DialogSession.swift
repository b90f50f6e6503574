import SIPDialogs
import SIPParsing
import TraceTypes

/// A stretch of a dialog under one setting of its session timer: from a 2xx to the next INVITE or UPDATE.
struct SessionStretch {
    /// The timer as the 2xx set it.
    let timer: SessionTimer
    /// The 2xx.
    let answer: MessageIndex?
    /// When the next INVITE or UPDATE in the dialog was sent, whatever became of it.
    let nextTime: Timestamp?
}

extension SessionStretch {
    /// How much earlier than recommended a side may give up: clocks and roundings differ.
    static let tolerance = TimeSpan.seconds(1)
    /// The shortest session interval (RFC 4028 section 4).
    static let shortest = TimeSpan.seconds(90)
    /// How long after the expiry a late refresh or BYE is still one for this stretch.
    static let patience = TimeSpan.seconds(10)
}

extension Exchange {
    /// The INVITEs and UPDATEs of a dialog as they were first seen, the one that made it among them, in order.
    func sessionRequests(ofDialog index: Int) -> [TransactionIndex] {
        let dialog = dialogs[index]
        return transactions.indices.filter {
            let transaction = transactions[$0]
            guard transaction.method == .invite || transaction.method == .update, transaction.primary == nil,
                transaction.request != nil, transaction.leg == dialog.leg
            else { return false }
            return dialog.invite == $0
                || (transaction.isInDialog && dialog.matches(transaction.fromTag, transaction.toTag))
        }
    }

    /// Which side of a dialog sent a request.
    func side(of transaction: Transaction, in dialog: Dialog) -> SessionTimer.Side {
        isByCaller(transaction, in: dialog) ? .caller : .callee
    }

    /// The address of a side of a dialog, as its requests or those to it show.
    func address(of side: SessionTimer.Side, ofDialog index: Int) -> String? {
        guard let request = sessionRequests(ofDialog: index).first.map({ transactions[$0] }) else { return nil }
        return self.side(of: request, in: dialogs[index]) == side ? client(of: request) : server(of: request)
    }

    /// The stretches of an answered dialog for which its session timer runs, in order.
    func sessionStretches(ofDialog index: Int) -> [SessionStretch] {
        let dialog = dialogs[index]
        let requests = sessionRequests(ofDialog: index)
        let answers = requests.compactMap { self.answer(to: $0, in: dialog) }.sorted { $0.time < $1.time }
        var timer = SessionTimer()
        return answers.compactMap { answer in
            guard let record = record(answer.message), isWhole(record) else { return nil }
            let expires = detail(.header(.sessionExpires), of: answer.message)
                .flatMap { SessionExpires(text.span, $0) }
            timer.answered(expires, requestOf: side(of: transactions[answer.request], in: dialog), at: answer.time)
            guard timer.state != .off, dialog.invite == nil || answer.time >= (dialog.answerTime ?? answer.time)
            else { return nil }
            let next = requests.map { transactions[$0].startTime }.filter { $0 > answer.time }.min()
            return SessionStretch(timer: timer, answer: answer.message, nextTime: next)
        }
    }

    private func answer(
        to request: TransactionIndex, in dialog: Dialog
    ) -> (request: TransactionIndex, message: MessageIndex, time: Timestamp)? {
        let transaction = transactions[request]
        if dialog.invite == request {
            guard let message = dialog.answer, let time = dialog.answerTime else { return nil }
            return (request, message, time)
        }
        guard transaction.isAnswered, let message = transaction.final, let time = transaction.finalTime else {
            return nil
        }
        return (request, message, time)
    }

    /// Whether requests in the dialog pass the capture point, as far as the trace shows.
    func requestsPass(ofDialog index: Int) -> Bool {
        dialogs[index].acknowledgement != nil
            || sessionRequests(ofDialog: index).contains { transactions[$0].isInDialog }
    }
}
