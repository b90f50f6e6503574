/// How a capture ended.
package enum CaptureEnd: Equatable, Sendable {
    /// All that was there has been read.
    case complete
    /// The file stops in the middle of a record; all records before it were delivered. With the reason.
    case truncatedFile(String)
    /// A record cannot be read, so nothing after it can; all records before it were delivered. With the reason.
    case damagedFile(String)
}
