import Dispatch
import Glibc
import SIPWatchKit
import Synchronization

/// What was asked for by signals: SIGINT and SIGTERM end, SIGHUP reopens files, SIGUSR1 asks for the account.
final class Signals {
    private final class Flags: Sendable {
        let stop = Atomic<Bool>(false)
        /// When that was asked for first; 0 while it has not been.
        let stopTime = Atomic<UInt64>(0)
        let reopen = Atomic<Bool>(false)
        let account = Atomic<Bool>(false)
    }

    /// Signals this close to the first, in nanoseconds, are no second request.
    private static let sameRequest: UInt64 = 200_000_000

    private let flags = Flags()
    private var sources: [any DispatchSourceSignal] = []
    private let queue = DispatchQueue(label: "signals")

    /// Catches the signals that end from now on. A second one ends at once.
    init() {
        signal(SIGUSR1, SIG_IGN)
        for number in [SIGINT, SIGTERM] {
            handle(number) { flags in
                let now = DispatchTime.now().uptimeNanoseconds
                let first = flags.stopTime.compareExchange(expected: 0, desired: now, ordering: .relaxed).original
                flags.stop.store(true, ordering: .relaxed)
                // Programs that end others, and terminals, may say it twice in a row.
                guard first > 0, now - first > Self.sameRequest else { return }
                signal(number, SIG_DFL)
                kill(getpid(), number)
            }
        }
    }

    /// Catches those, too, that ask for something else than the end. Without files to reopen, SIGHUP says that the
    /// terminal is gone, and ends.
    func catchRequests(hasFiles: Bool) {
        handle(SIGHUP) { flags in
            if hasFiles {
                flags.reopen.store(true, ordering: .relaxed)
            } else {
                flags.stop.store(true, ordering: .relaxed)
            }
        }
        handle(SIGUSR1) { $0.account.store(true, ordering: .relaxed) }
    }

    /// Whether to stop, asked from any thread.
    var shouldStop: @Sendable () -> Bool {
        { [flags] in flags.stop.load(ordering: .relaxed) }
    }

    /// What was asked for since the last call; to stop, for ever.
    func take() -> WatchRequests {
        var requests: WatchRequests = shouldStop() ? .stop : []
        if flags.reopen.exchange(false, ordering: .relaxed) { requests.insert(.reopen) }
        if flags.account.exchange(false, ordering: .relaxed) { requests.insert(.account) }
        return requests
    }

    private func handle(_ number: Int32, _ action: @escaping @Sendable (Flags) -> Void) {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        source.setEventHandler { [flags] in action(flags) }
        source.resume()
        sources.append(source)
    }
}
