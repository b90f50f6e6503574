/// The flag bits of a TCP header.
package enum TCPFlags {
    /// The sender is done.
    package static let finish: UInt8 = 0x01
    /// The connection begins.
    package static let synchronize: UInt8 = 0x02
    /// The connection is torn down.
    package static let reset: UInt8 = 0x04
    /// The acknowledgement number counts.
    package static let acknowledge: UInt8 = 0x10
}
