import TraceTypes

/// A response as far as it takes to know it again.
struct SeenResponse: Sendable {
    let transaction: TransactionIndex
    let status: UInt16
    let toTag: UInt64
    let source: UInt8
    let destination: UInt8
    var time: Timestamp
}
