import Dispatch

/// A line on standard error that says how far a long reading got; it appears after a second, on a terminal only.
final class Progress {
    private let start = DispatchTime.now().uptimeNanoseconds
    private var next: UInt64 = 1_000_000_000
    private var isShown = false
    private let isEnabled: Bool

    init(isQuiet: Bool) {
        isEnabled = !isQuiet && Console.errorIsTerminal
    }

    /// Says how many frames were read.
    func update(_ frames: UInt64) {
        guard isEnabled else { return }
        let elapsed = DispatchTime.now().uptimeNanoseconds - start
        guard elapsed >= next else { return }
        next = elapsed + 200_000_000
        isShown = true
        Console.error("\r\(frames) frames read, \(elapsed / 1_000_000_000) s\u{1B}[K")
    }

    /// Takes the line away.
    func clear() {
        if isShown { Console.error("\r\u{1B}[K") }
        isShown = false
    }
}
