import TraceTypes

/// Frames in a row, as an input holds them: two bytes with the link type; then for each frame two bytes with its
/// length, of which the highest bit says that a snap length cut it, a byte with the hundredths of a second since the
/// frame before, and its bytes.
struct FrameList {
    private static let headerLength = 3
    private static let cutBytes = 100
    private static let hundredth: Int64 = 10_000_000

    /// How the frames begin.
    let linkType: LinkType
    private var offset = 2
    private var number: UInt64 = 0
    private var time: Int64 = 0

    /// Begins with the first; a number that is no link type's stands for one that there is.
    init(_ bytes: Span<UInt8>) {
        let number = bytes.count < 2 ? 1 : Int(bytes[0]) << 8 | Int(bytes[1])
        let named = LinkType(rawValue: UInt32(number))
        let types = LinkType.decodable
        linkType = types.contains(named) ? named : types[number % types.count]
    }

    /// The next frame, and where its bytes are; the last may be shorter than it says.
    mutating func next(_ bytes: Span<UInt8>) -> (FrameHeader, Range<Int>)? {
        guard offset + Self.headerLength <= bytes.count else { return nil }
        let field = Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
        time += Int64(bytes[offset + 2]) * Self.hundredth
        number += 1
        let start = offset + Self.headerLength
        offset = min(start + field & 0x7fff, bytes.count)
        let isCut = field & 0x8000 != 0
        let header = FrameHeader(
            number: FrameNumber(rawValue: number), time: Timestamp(nanoseconds: time), linkType: linkType,
            wireLength: offset - start + (isCut ? Self.cutBytes : 0))
        return (header, start..<offset)
    }
}
