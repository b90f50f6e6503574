import TraceTypes

/// Makes the bytes of a classic pcap file.
package struct CaptureFileBuilder: Sendable {
    /// The bytes so far.
    package private(set) var bytes: [UInt8] = []
    private let isBigEndian: Bool
    private let isNanosecond: Bool

    /// Starts a file, in either byte order and time resolution.
    package init(
        linkType: LinkType = .ethernet, bigEndian: Bool = false, nanoseconds: Bool = false, snapLength: UInt32 = 262_144
    ) {
        isBigEndian = bigEndian
        isNanosecond = nanoseconds
        append(nanoseconds ? 0xa1b2_3c4d : 0xa1b2_c3d4)
        // Version 2.4, whose two halves are fields of their own.
        append(bigEndian ? 0x0002_0004 : 0x0004_0002)
        append(0)
        append(0)
        append(snapLength)
        append(linkType.rawValue)
    }

    /// Adds a frame; `wireLength` is that of the bytes unless given.
    package mutating func add(_ frame: [UInt8], at time: Timestamp, wireLength: Int? = nil) {
        append(UInt32(time.nanoseconds / 1_000_000_000))
        let fraction = UInt32(time.nanoseconds % 1_000_000_000)
        append(isNanosecond ? fraction : fraction / 1000)
        append(UInt32(frame.count))
        append(UInt32(wireLength ?? frame.count))
        bytes += frame
    }

    private mutating func append(_ value: UInt32) {
        bytes += Bytes.big(isBigEndian ? value : value.byteSwapped)
    }
}
