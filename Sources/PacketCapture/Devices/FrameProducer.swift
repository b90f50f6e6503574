import TraceTypes

/// The capturing side of a queue: numbers frames, gathers them in blocks, and counts those that have no room.
package struct FrameProducer {
    private let queue: FrameQueue
    private var block: FrameBlock?
    private var count: UInt64 = 0
    /// Frames of each device that had no room.
    package private(set) var dropped: [UInt64]

    /// A producer for the frames of so many devices.
    package init(_ queue: FrameQueue, devices: Int) {
        self.queue = queue
        dropped = Array(repeating: 0, count: devices)
    }

    /// Adds a frame, or drops it where there is no room. Numbers are given to frames that are not dropped.
    package mutating func add(_ header: FrameHeader, _ bytes: Span<UInt8>) {
        if let block, !block.isEmpty, !block.hasRoom(for: bytes.count) { handOver() }
        block = block ?? queue.takeEmpty()
        guard let block, block.hasRoom(for: bytes.count) else {
            if dropped.indices.contains(header.interface) { dropped[header.interface] &+= 1 }
            return
        }
        count &+= 1
        var header = header
        header.number = FrameNumber(rawValue: count)
        block.append(header, bytes)
    }

    /// Hands over what was gathered. While the other side is behind, a block that is not full may wait: the other side
    /// has enough to do, and blocks are not used up for a few frames each.
    package mutating func flush(isEnd: Bool = false) {
        guard let gathered = block, !gathered.isEmpty, isEnd || queue.isDrained else { return }
        handOver()
    }

    /// Says that nothing before `time` is still to come, unless frames still wait to be handed over.
    package mutating func pass(to time: Timestamp) {
        flush()
        guard block?.isEmpty ?? true else { return }
        queue.send(quiet: time)
    }

    private mutating func handOver() {
        guard let full = block.take() else { return }
        queue.send(full)
    }
}
