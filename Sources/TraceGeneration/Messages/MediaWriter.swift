/// Writes RTP packets of 20 ms of G.711 (RFC 3550 section 5.1, RFC 3551 section 4.5.14).
struct MediaWriter {
    /// The UDP port at both ends.
    static let port: UInt16 = 40_000

    private static let version: UInt8 = 0x80
    private static let payloadType: UInt8 = 0
    private static let samples = 160
    private static let silence: UInt8 = 0xFF

    /// The packet that was written last.
    private(set) var bytes: [UInt8] = []
    private var count: UInt32 = 0

    /// Writes the next packet between two hosts.
    mutating func writeNext(from source: Int, to destination: Int) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(Self.version)
        bytes.append(Self.payloadType)
        bytes.append(bigEndian: UInt16(truncatingIfNeeded: count))
        bytes.append(bigEndian: count &* UInt32(Self.samples))
        bytes.append(bigEndian: UInt32(truncatingIfNeeded: source << 16 | destination))
        bytes.append(contentsOf: repeatElement(Self.silence, count: Self.samples))
        count &+= 1
    }
}
