/// A response as far as it takes to know it again.
struct SeenResponse: Sendable {
    let toTag: UInt64
    /// The response as it was last sent.
    var last: Sighting
    private let place: Int32
    let status: UInt16
    /// RSeq, which tells a new reliable provisional response from a repeated one (RFC 3262 section 4); 0 without.
    let number: UInt32

    /// A response that was not there before.
    init(
        _ status: UInt16, toTag: UInt64, number: UInt32 = 0, transaction: TransactionIndex, _ sighting: Sighting
    ) {
        self.status = status
        self.toTag = toTag
        self.number = number
        place = Int32(truncatingIfNeeded: transaction)
        last = sighting
    }

    /// Its transaction.
    var transaction: TransactionIndex { Int(place) }
}
