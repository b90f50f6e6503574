import Synchronization

/// A line on standard error that says how many traces are checked, on a terminal only.
final class CheckProgress: Sendable {
    private let isEnabled: Bool
    private let isShown = Atomic<Bool>(false)

    init(isQuiet: Bool) {
        isEnabled = !isQuiet && Console.errorIsTerminal
    }

    /// Says how many are done.
    func update(_ done: Int, _ total: Int) {
        guard isEnabled, total > 1 else { return }
        isShown.store(true, ordering: .relaxed)
        Console.error("\r\(done) of \(total) traces checked\u{1B}[K")
    }

    /// Takes the line away.
    func clear() {
        if isShown.exchange(false, ordering: .relaxed) { Console.error("\r\u{1B}[K") }
    }
}
