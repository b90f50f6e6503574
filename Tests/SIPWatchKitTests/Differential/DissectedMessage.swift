/// A message as one of two dissectors sees it.
struct DissectedMessage: Sendable {
    /// The frame that completed it.
    var frame: UInt64
    /// Its bytes; sipwatch tells them.
    var bytes: [UInt8] = []
    /// What is compared, without the fields that are not there. A character stands for a byte, as in Latin-1.
    var values: [MessageField: String] = [:]
}
