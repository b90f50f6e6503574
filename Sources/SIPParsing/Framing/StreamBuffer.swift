/// The bytes of a stream that are neither handed out nor skipped, and the gaps among them.
struct StreamBuffer: Sendable {
    /// Why no more bytes follow.
    enum Ending: Sendable {
        /// Bytes are missing.
        case gap
        /// The stream is over.
        case end
    }

    /// Storage that an emptied buffer may keep.
    private static let idleStorage = 1 << 16
    /// Bytes kept of what was handed out: as many as a body with a length too large may take of the next start line.
    static let overlap = 256

    /// The bytes; `pending` tells which count.
    private(set) var bytes: [UInt8] = []
    /// The stream offset of the first of `bytes`.
    private var bytesOffset: UInt64 = 0
    private var head = 0
    private var endings: [(offset: Int, ending: Ending)] = []
    private var passedEndings = 0

    /// The bytes to look at, up to the next gap.
    var pending: Range<Int> { head..<(nextEnding?.offset ?? bytes.count) }
    /// The stream offset of the first pending byte.
    var offset: UInt64 { bytesOffset + UInt64(head) }
    /// What comes behind the pending bytes; nil when more may be appended.
    var ending: Ending? { nextEnding?.ending }

    private var nextEnding: (offset: Int, ending: Ending)? {
        passedEndings < endings.count ? endings[passedEndings] : nil
    }

    /// Takes the next bytes of the stream.
    mutating func append(_ span: Span<UInt8>) {
        compact()
        span.copy(ByteRange(0..<span.count), to: &bytes)
    }

    /// Says that nothing that is appended from now on follows the bytes before.
    mutating func mark(_ ending: Ending) {
        endings.append((bytes.count, ending))
    }

    /// Goes on behind the gap that the pending bytes end at.
    mutating func passEnding() {
        guard let next = nextEnding else { return }
        head = next.offset
        passedEndings += 1
        if passedEndings == endings.count {
            endings.removeAll(keepingCapacity: true)
            passedEndings = 0
        }
    }

    /// Leaves pending bytes behind; a negative number takes bytes back that were left, up to `overlap` of them.
    mutating func advance(by count: Int) {
        head = min(max(head + count, 0), bytes.count)
    }

    /// Counts bytes of the stream that are not kept; nothing may be pending.
    mutating func discard(_ count: Int) {
        bytesOffset = offset + UInt64(count)
        bytes = []
        head = 0
    }

    /// Gives up bytes before `head` once they are at least as many as those kept, so that moving the latter costs no
    /// more than appending the former did.
    private mutating func compact() {
        let dropped = head - Self.overlap
        guard dropped > 0, endings.isEmpty, dropped >= bytes.count - dropped else { return }
        if head == bytes.count, bytes.capacity > Self.idleStorage {
            bytes = Array(bytes[dropped...])
        } else {
            bytes.removeFirst(dropped)
        }
        bytesOffset += UInt64(dropped)
        head -= dropped
    }
}
