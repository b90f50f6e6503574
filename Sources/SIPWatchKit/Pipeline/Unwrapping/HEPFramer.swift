/// Cuts the frames of the Homer encapsulation, version 3, out of a TCP stream: each begins with "HEP3" and its length,
/// these six bytes included. Behind a gap, or where no frame can be, it looks for the next magic, and gives up when none
/// comes for long.
struct HEPFramer: Sendable {
    /// Bytes of the magic and the length.
    static let headerCount = 6
    /// Bytes that are searched for the next frame before the stream is given up.
    static let longestSearch = 1 << 20

    /// Bytes of no frame.
    private(set) var skippedBytes = 0
    /// Whether nothing more is looked for.
    private(set) var isGivenUp = false

    private var buffer: [UInt8] = []
    private var head = 0
    private var bufferStart: UInt64
    private var searched = 0

    /// Begins at an offset of the stream.
    init(at offset: UInt64) {
        bufferStart = offset
    }

    /// Bytes that wait for more.
    var pendingBytes: Int { buffer.count - head }

    /// Whether a frame begins at `start`; nil when more bytes are needed to tell.
    static func begins(_ bytes: Span<UInt8>, at start: Int) -> Bool? {
        for (index, byte) in magic.enumerated() {
            guard start + index < bytes.count else { return nil }
            let isOther = index == 0 && bytes[start] == otherFirst
            guard bytes[start + index] == byte || isOther else { return false }
        }
        guard start + headerCount <= bytes.count else { return nil }
        return length(bytes, at: start) >= headerCount
    }

    /// "HEP3"
    private static let magic: [UInt8] = [0x48, 0x45, 0x50, 0x33]
    /// The "E" of "EEP3", which the specification allows as well.
    private static let otherFirst: UInt8 = 0x45

    private static func length(_ bytes: Span<UInt8>, at start: Int) -> Int {
        Int(bytes[start + 4]) << 8 | Int(bytes[start + 5])
    }

    /// Takes the next bytes of the stream.
    mutating func append(_ bytes: Span<UInt8>) {
        guard !isGivenUp else { return skippedBytes += bytes.count }
        if head > 0, head >= buffer.count - head {
            buffer.removeFirst(head)
            bufferStart += UInt64(head)
            head = 0
        }
        for index in 0..<bytes.count { buffer.append(bytes[index]) }
    }

    /// Says that bytes are missing here: what is there of a frame is of no use.
    mutating func markGap() {
        skippedBytes += buffer.count - head
        head = buffer.count
        searched = 0
    }

    /// Lends the next frame with its place in the stream, or returns nil until more bytes come.
    mutating func next<Result>(_ take: (Span<UInt8>, Range<UInt64>) -> Result) -> Result? {
        while head < buffer.count {
            switch Self.begins(buffer.span, at: head) {
            case nil: return nil
            case true?:
                let end = head + Self.length(buffer.span, at: head)
                guard end <= buffer.count else { return nil }
                let start = head
                head = end
                searched = 0
                return take(
                    buffer.span.extracting(start..<end), (bufferStart + UInt64(start))..<(bufferStart + UInt64(end)))
            case false?:
                head += 1
                skippedBytes += 1
                searched += 1
                guard searched < Self.longestSearch else {
                    isGivenUp = true
                    skippedBytes += buffer.count - head
                    buffer = []
                    head = 0
                    return nil
                }
            }
        }
        return nil
    }
}
