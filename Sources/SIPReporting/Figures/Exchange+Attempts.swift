import SIPDialogs
import SIPParsing
import TraceTypes

/// Putting requests together to attempts.
extension Exchange {
    /// The attempts that requests of a method outside of dialogs make up, in the order of their first requests, each
    /// with its end. A request that did not pass begins none.
    func attempts(_ method: SIPParsing.Method, _ timers: TimerValues) -> [Attempt] {
        var attempts: [Attempt] = []
        for index in transactions.indices
        where transactions[index].method == method && !transactions[index].isInDialog
            && transactions[index].request != nil
        {
            let root = rootLeg(transactions[index].leg)
            guard let last = attempts.lastIndex(where: { $0.root == root }) else {
                attempts.append(Attempt(root: root, index))
                continue
            }
            if isSameRequest(attempts[last], index) || isParallel(attempts[last], index) {
                attempts[last].add(hop: index)
            } else if goesOn(attempts[last], with: index, timers) {
                attempts[last].add(retry: index)
            } else {
                decide(&attempts[last], isOver: true, timers)
                attempts.append(Attempt(root: root, index))
            }
        }
        for place in attempts.indices where attempts[place].decisive == nil {
            decide(&attempts[place], isOver: false, timers)
        }
        return attempts
    }

    /// The leg with which a chain of followed redirects began.
    private func rootLeg(_ leg: Int) -> Int {
        var root = leg
        for _ in legs.indices {
            guard legs.indices.contains(root), case .redirect(let index) = legs[root].origin,
                redirects.indices.contains(index)
            else { break }
            root = transactions[redirects[index].transaction].leg
        }
        return root
    }

    private func isSameRequest(_ attempt: Attempt, _ index: TransactionIndex) -> Bool {
        attempt.round.contains {
            transactions[$0].leg == transactions[index].leg && transactions[$0].cseq == transactions[index].cseq
        }
    }

    /// Whether a request was sent before the last one had its final response: its sender forks (RFC 6076 section 5.4).
    private func isParallel(_ attempt: Attempt, _ index: TransactionIndex) -> Bool {
        guard transactions[index].method == .invite, let last = decisive(attempt.round) else { return false }
        return transactions[last].finalTime.map { transactions[index].startTime < $0 } ?? false
    }

    /// Whether a further request is a retry of the last one: after a challenge, 422 or 423, a redirect, 503, or while
    /// the last one has had no final response and is not over.
    private func goesOn(_ attempt: Attempt, with index: TransactionIndex, _ timers: TimerValues) -> Bool {
        guard let last = decisive(attempt.round) else { return false }
        switch transactions[last].finalStatus {
        case 0:
            let isSilent = transactions[last].method == .register || !transactions[last].hasResponse
            let time = transactions[index].startTime - transactions[last].startTime
            return transactions[last].cancelTime == nil && !(isSilent && time >= timers.transactionTimeout)
        case 300...399, 401, 407, 422, 423, 503: return true
        default: return false
        }
    }

    /// Of the transactions of one request those on the hop nearest to its sender: the one that answered, else the one
    /// that ended last, else the last.
    private func decisive(_ round: ArraySlice<TransactionIndex>) -> TransactionIndex? {
        guard round.count > 1, let nearest = round.lazy.map({ transactions[$0].viaCount }).min() else {
            return round.first
        }
        let hop = round.lazy.filter { transactions[$0].viaCount == nearest }
        let answered = hop.first { 200..<300 ~= transactions[$0].finalStatus }
        let ended = hop.filter { transactions[$0].finalTime != nil }.max {
            (transactions[$0].finalTime ?? startTime) < (transactions[$1].finalTime ?? startTime)
        }
        return answered ?? ended ?? round.last { transactions[$0].viaCount == nearest }
    }

    /// Says how an attempt ended; `isOver` when another one has followed it.
    private func decide(_ attempt: inout Attempt, isOver: Bool, _ timers: TimerValues) {
        guard let index = decisive(attempt.round) else { return }
        attempt.decisive = index
        attempt.status = transactions[index].finalStatus
        if !isOver, transactions[index].method == .invite, !(200..<300 ~= attempt.status) {
            let result = result(ofLeg: attempt.root, timers)
            if let decided = result.transaction, attempt.round.contains(decided) {
                attempt.decisive = decided
                attempt.status = result.status
                attempt.ending = Attempt.Ending(result.outcome)
                return
            }
        }
        switch attempt.status {
        case 0: attempt.ending = isUnanswered(index, timers) ? .unanswered : .undetermined
        case ..<300: attempt.ending = .answered
        case 487 where transactions[index].method == .invite: attempt.ending = .cancelled
        case 401, 407:
            let isOpen = !isOver && requestResult(timers).outcome == .undetermined
            attempt.ending = isOpen ? .undetermined : .failed
        default: attempt.ending = .failed
        }
    }

    private func isUnanswered(_ index: TransactionIndex, _ timers: TimerValues) -> Bool {
        let transaction = transactions[index]
        return !isEvicted && (transaction.method == .register || !transaction.hasResponse)
            && observedUntil - transaction.startTime >= timers.transactionTimeout
    }
}

extension Attempt.Ending {
    /// The end of a call's attempt.
    init(_ outcome: CallOutcome) {
        switch outcome {
        case .answered: self = .answered
        case .cancelled: self = .cancelled
        case .unanswered: self = .unanswered
        case .undetermined: self = .undetermined
        case .declined, .busy, .unavailable, .redirected, .forbidden, .unauthorized, .blocked, .failed: self = .failed
        }
    }
}
