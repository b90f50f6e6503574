import SIPDialogs
import SIPParsing
import TraceTypes

/// Points in time that figures are measured by.
extension Exchange {
    /// When the first request of an attempt passed.
    func start(of attempt: Attempt) -> Timestamp {
        attempt.transactions.lazy.map { transactions[$0].startTime }.min() ?? startTime
    }

    /// When the first provisional response other than 100 passed, of those on the captured hop nearest to the caller.
    func firstStatusTime(of attempt: Attempt) -> Timestamp? {
        let nearest = nearestViaCount(of: attempt)
        return attempt.transactions.lazy.filter { transactions[$0].viaCount == nearest }
            .compactMap { transactions[$0].provisional }
            .filter { messages.indices.contains($0) }.map { messages[$0].time }.min()
    }

    /// When the callee's side first let itself be heard: a 180, or a 183 with a session description.
    func ringingTime(of attempt: Attempt) -> Timestamp? {
        // Without any provisional response there is no need to look for one.
        guard attempt.transactions.contains(where: { transactions[$0].provisional != nil }) else { return nil }
        let nearest = nearestViaCount(of: attempt)
        return messages.indices.first { index in
            let status = messages[index].status
            let transaction = Int(messages[index].transaction)
            guard status == 180 || status == 183, attempt.transactions.contains(transaction),
                transactions[transaction].viaCount == nearest
            else { return false }
            return status == 180 || detail(.sessionDescription, of: index) != nil
        }.map { messages[$0].time }
    }

    /// The dialog that an answered attempt made.
    func dialog(of attempt: Attempt) -> Dialog? {
        guard let index = attempt.decisive else { return nil }
        let invite = transactions[index].primary ?? index
        return dialogs.first { $0.invite == invite && $0.answerTime != nil }
    }

    private func nearestViaCount(of attempt: Attempt) -> UInt8? {
        attempt.transactions.lazy.map { transactions[$0].viaCount }.min()
    }
}
