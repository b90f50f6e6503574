import TraceTypes

/// A response as far as it takes to know it again.
struct SeenResponse: Sendable {
    let toTag: UInt64
    var time: Timestamp
    let place: Int32
    let status: UInt16
    let source: UInt8
    let destination: UInt8

    /// Its transaction.
    var transaction: TransactionIndex { Int(place) }
}
