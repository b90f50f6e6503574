import Dispatch
import Synchronization
import TraceTypes

/// Brings frames from the thread that captures to the one that analyzes, in order, in a bounded amount of memory.
///
/// The capturing side never waits: it fills a block of its own and hands it over when the block is full or the devices
/// are quiet. Where the other side has all blocks, the frame is dropped and counted. Each side is one thread.
package final class FrameQueue: Sendable {
    /// Blocks that may be under way at once; with what describes the frames, about 1 MiB each.
    package static let defaultBlocks = 64

    /// What the analyzing side gets.
    package enum Delivery: Sendable {
        /// Frames, to be given back with ``giveBack(_:)``.
        case frames(FrameBlock)
        /// No frame before this time is still to come.
        case quiet(Timestamp)
        /// Nothing came within the time given.
        case nothing
        /// Nothing will come any more.
        case end
    }

    private struct State {
        var filled: [FrameBlock] = []
        var empty: [FrameBlock] = []
        /// Blocks that were never made yet.
        var unmade: Int
        var quiet: Timestamp?
        /// Whether the analyzing side sleeps until there is news.
        var isAwaited = false
        var isClosed = false
        var status: CaptureStatus
    }

    private let state: Mutex<State>
    private let news = DispatchSemaphore(value: 0)

    /// Makes a queue for the frames of so many devices.
    package init(devices: Int, blocks: Int = defaultBlocks) {
        state = Mutex(State(unmade: blocks, status: CaptureStatus(devices: devices)))
    }

    /// What is known beside the frames.
    package var status: CaptureStatus { state.withLock { $0.status } }

    /// An empty block; nil when all are under way.
    func takeEmpty() -> FrameBlock? {
        state.withLock { state in
            if let block = state.empty.popLast() { return block }
            guard state.unmade > 0 else { return nil }
            state.unmade -= 1
            return FrameBlock()
        }
    }

    /// Hands a block over.
    func send(_ block: FrameBlock) {
        tell { state in
            state.filled.append(block)
            state.quiet = nil
        }
    }

    /// Whether the other side has taken all there was, and so would take a block that is not full.
    var isDrained: Bool { state.withLock { $0.filled.isEmpty } }

    /// Says that no frame before `time` is still to come, after all frames were sent.
    func send(quiet time: Timestamp) {
        tell { $0.quiet = time }
    }

    /// Takes note of what is known beside the frames.
    func update(_ status: CaptureStatus) {
        state.withLock { $0.status = status }
    }

    /// Says that nothing will come any more.
    func close() {
        tell { $0.isClosed = true }
    }

    /// Changes the state, and wakes the other side if it sleeps.
    private func tell(_ change: (inout State) -> Void) {
        let isAwaited = state.withLock { state in
            change(&state)
            defer { state.isAwaited = false }
            return state.isAwaited
        }
        if isAwaited { news.signal() }
    }

    /// What comes next: frames before anything else. Waits for up to so many milliseconds.
    package func receive(within milliseconds: Int) -> Delivery {
        if let delivery = take(isAwaiting: true) { return delivery }
        _ = news.wait(timeout: .now() + .milliseconds(milliseconds))
        return take(isAwaiting: false) ?? .nothing
    }

    private func take(isAwaiting: Bool) -> Delivery? {
        state.withLock { state in
            state.isAwaited = false
            if !state.filled.isEmpty { return .frames(state.filled.removeFirst()) }
            if let quiet = state.quiet {
                state.quiet = nil
                return .quiet(quiet)
            }
            state.isAwaited = isAwaiting && !state.isClosed
            return state.isClosed ? .end : nil
        }
    }

    /// Gives a block back for another round.
    package func giveBack(_ block: FrameBlock) {
        block.removeAll()
        state.withLock { $0.empty.append(block) }
    }
}
