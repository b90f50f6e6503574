import Dispatch
import Glibc
import Synchronization

/// Whether Ctrl-C was pressed, or a signal to end came.
final class StopFlag {
    private final class Flag: Sendable {
        let raised = Atomic<Bool>(false)
    }

    private let flag = Flag()
    private let sources: [any DispatchSourceSignal]

    /// Catches SIGINT and SIGTERM from now on.
    init() {
        let queue = DispatchQueue(label: "signals")
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: queue)
        }
        for source in sources {
            source.setEventHandler { [flag] in flag.raised.store(true, ordering: .relaxed) }
            source.resume()
        }
    }

    /// Whether to stop.
    var isRaised: Bool { flag.raised.load(ordering: .relaxed) }
}
