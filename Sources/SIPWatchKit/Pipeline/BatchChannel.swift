import Dispatch
import Synchronization

/// Brings batches from the thread that fills them to the one that takes them in, in order, and brings empty ones back.
final class BatchChannel: Sendable {
    /// Batches under way: a bound for memory, and enough that neither side waits for the other's every step.
    private static let batches = 6

    private struct State {
        var filled: [MessageBatch] = []
        var empty = [MessageBatch](repeating: MessageBatch(), count: BatchChannel.batches)
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    /// Counted up from 0: a semaphore must not be freed below the value it was made with.
    private let empty = DispatchSemaphore(value: 0)

    init() {
        for _ in 0..<Self.batches { empty.signal() }
    }

    /// An empty batch, as soon as there is one.
    func takeEmpty() -> MessageBatch {
        empty.wait()
        return state.withLock { $0.empty.popLast() } ?? MessageBatch()
    }

    /// Sends a filled batch.
    func send(_ batch: MessageBatch) {
        state.withLock { $0.filled.append(batch) }
        filled.signal()
    }

    /// Says that no more will come.
    func close() {
        filled.signal()
    }

    /// The next filled batch, as soon as there is one; nil at the end.
    func receive() -> MessageBatch? {
        filled.wait()
        return state.withLock { $0.filled.isEmpty ? nil : $0.filled.removeFirst() }
    }

    /// Gives a batch back for another round.
    func giveBack(_ batch: consuming MessageBatch) {
        var batch = batch
        batch.removeAll()
        state.withLock { [batch] in $0.empty.append(batch) }
        empty.signal()
    }
}
