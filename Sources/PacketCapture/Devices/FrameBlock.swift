import TraceTypes

/// Some frames with their bytes, in memory that is used again.
///
/// `@unchecked Sendable`: one side of a queue has a block at a time, and hands it over under the queue's lock.
package final class FrameBlock: @unchecked Sendable {
    /// Bytes of frames that a block has room for.
    static let byteLimit = 768 << 10
    /// Frames that a block has room for.
    static let frameLimit = 4096

    private var headers: [FrameHeader] = []
    private var ends: [Int] = []
    private var bytes: [UInt8] = []

    /// Takes all the memory that it will ever need.
    init() {
        headers.reserveCapacity(Self.frameLimit)
        ends.reserveCapacity(Self.frameLimit)
        bytes.reserveCapacity(Self.byteLimit)
    }

    /// How many frames it holds.
    package var count: Int { headers.count }
    /// Whether it holds none.
    package var isEmpty: Bool { headers.isEmpty }

    /// Whether a frame of so many bytes has room.
    func hasRoom(for size: Int) -> Bool {
        headers.count < Self.frameLimit && bytes.count + size <= Self.byteLimit
    }

    /// Adds a copy of a frame.
    func append(_ header: FrameHeader, _ frame: Span<UInt8>) {
        // Safe: the pointer is used during the call only.
        unsafe frame.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        headers.append(header)
        ends.append(bytes.count)
    }

    /// Hands over a frame; the first is number 0.
    package func withFrame(_ index: Int, _ body: (FrameHeader, Span<UInt8>) -> Void) {
        let start = index > 0 ? ends[index - 1] : 0
        let bytes = bytes
        body(headers[index], bytes.span.extracting(start..<ends[index]))
    }

    /// Forgets the frames and keeps the memory.
    func removeAll() {
        headers.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }
}
