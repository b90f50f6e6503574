/// A response as far as it takes to know it again.
struct SeenResponse: Sendable {
    let toTag: UInt64
    /// The response as it was last sent.
    var last: Sighting
    private let place: Int32
    let status: UInt16

    /// A response that was not there before.
    init(_ status: UInt16, toTag: UInt64, transaction: TransactionIndex, _ sighting: Sighting) {
        self.status = status
        self.toTag = toTag
        place = Int32(truncatingIfNeeded: transaction)
        last = sighting
    }

    /// Its transaction.
    var transaction: TransactionIndex { Int(place) }
}
