/// Telling apart who sent what.
extension Exchange {
    /// Whether the request of a transaction came from the side that began its leg.
    public func isFromCaller(_ transaction: TransactionIndex) -> Bool {
        guard transactions.indices.contains(transaction), legs.indices.contains(transactions[transaction].leg) else {
            return false
        }
        return transactions[transaction].fromTag == legs[transactions[transaction].leg].callerTag
    }

    /// How many devices rang for an INVITE: different To tags in its 180 responses.
    public func ringingDevices(of invite: TransactionIndex) -> Int {
        Set(seenResponses.filter { $0.transaction == invite && $0.status == 180 && $0.toTag != 0 }.map(\.toTag)).count
    }

    /// Whether the final response of an INVITE has the To tag of one that rang: the same user agent gave both.
    public func isFinalFromRingingDevice(_ invite: TransactionIndex) -> Bool {
        guard transactions.indices.contains(invite), let final = transactions[invite].final,
            messages.indices.contains(final), let dialog = messages[final].dialog
        else { return false }
        let tag = dialogs[dialog].calleeTag
        return seenResponses.contains { $0.transaction == invite && $0.status == 180 && $0.toTag == tag }
    }
}
