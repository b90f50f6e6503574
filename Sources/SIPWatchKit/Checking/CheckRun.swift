import Dispatch
import Foundation
import SIPChecking
import Synchronization

/// Checks of many traces, several at a time. The results do not depend on how many.
public struct CheckRun: Sendable {
    private let checks: [TraceCheck]
    private let jobs: Int

    /// Makes a run with so many checks at a time, at least one.
    public init(_ checks: [TraceCheck], jobs: Int) {
        self.checks = checks
        self.jobs = max(1, min(jobs, checks.count))
    }

    /// Carries the checks out. `progress` is called, from any thread but one at a time, with how many are done.
    public func run(progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) -> [CheckedTrace] {
        let results = SharedResults(count: checks.count)
        let group = DispatchGroup()
        for _ in 0..<jobs {
            group.enter()
            // A check waits for threads of its own, so that it must not take one of a pool that they need.
            let thread = Thread {
                while let index = results.take() {
                    results.set(checks[index].run(), at: index, progress)
                }
                group.leave()
            }
            thread.stackSize = Self.stackSize
            thread.start()
        }
        group.wait()
        return results.all
    }

    /// As large as the main thread's.
    private static let stackSize = 8 << 20
}

/// What the threads of a run share.
private final class SharedResults: Sendable {
    private struct State: Sendable {
        var next = 0
        var done = 0
        var traces: [CheckedTrace?]
    }

    private let state: Mutex<State>

    init(count: Int) {
        state = Mutex(State(traces: [CheckedTrace?](repeating: nil, count: count)))
    }

    /// The next check that nobody has begun.
    func take() -> Int? {
        state.withLock { state in
            guard state.next < state.traces.count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    func set(_ trace: CheckedTrace, at index: Int, _ progress: (_ done: Int, _ total: Int) -> Void) {
        state.withLock { state in
            state.traces[index] = trace
            state.done += 1
            progress(state.done, state.traces.count)
        }
    }

    var all: [CheckedTrace] { state.withLock { $0.traces.compactMap { $0 } } }
}
