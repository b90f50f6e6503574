import Dispatch
import SIPDialogs
import SIPFindings
import Synchronization

/// A judge on a thread of its own, so that judging and forgetting exchanges does not hold up tracking.
final class JudgeWorker: Sendable {
    /// Exchanges worth a hand-over.
    static let batch = 256
    /// Hand-overs that may wait: a bound for memory when judging is slower than tracking.
    private static let waiting = 16

    private let options: AnalysisOptions
    private let judge: Mutex<Judge>
    private let judged = Mutex<[Exchange]>([])
    private let queue = DispatchQueue(label: "judge")
    /// Counted up from 0: a semaphore must not be freed below the value it was made with.
    private let room = DispatchSemaphore(value: 0)

    init(_ options: AnalysisOptions) {
        self.options = options
        judge = Mutex(Judge(options))
        for _ in 0..<Self.waiting { room.signal() }
    }

    /// Hands over exchanges to be judged in order; waits when too many are waiting.
    func submit(_ exchanges: [Exchange], _ context: RuleContext) {
        room.wait()
        queue.async {
            self.judge.withLock { judge in
                for exchange in exchanges { judge.judge(exchange, context) }
            }
            self.judged.withLock { $0 += exchanges }
            self.room.signal()
        }
    }

    /// Exchanges that were judged since the last call, and are of no more use.
    func takeJudged() -> [Exchange] {
        judged.withLock { judged in
            defer { judged = [] }
            return judged
        }
    }

    /// Waits until all is judged, and hands over the judge.
    func finish() -> Judge {
        queue.sync {}
        return judge.withLock { judge in
            defer { judge = Judge(options) }
            return judge
        }
    }
}
