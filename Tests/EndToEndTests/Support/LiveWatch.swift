import Glibc
import Testing
import _TestSupport

/// The program, watching the loopback device.
struct LiveWatch {
    /// Whether capturing on `lo` is permitted here.
    static let isPermitted: Bool = {
        let ended = try? SIPWatch.run("-i", "lo", "--count", "1", "--duration", "1ms", "--format", "jsonl")
        return ended?.status == 0
    }()

    /// The program.
    let running: RunningProgram

    /// Starts it, and waits until it captures.
    init(_ options: [String], filter: String) throws {
        let words = filter.split(separator: " ").map(String.init)
        running = try Program(SIPWatch.path).start(["-i", "lo"] + options + words)
        #expect(running.wait { $0.errors.contains("watching lo for \(filter); Ctrl-C ends and sums up\n") })
    }

    /// Presses Ctrl-C and waits for the end.
    func stop() -> Ended {
        running.signal(SIGINT)
        return running.wait(limit: 10)
    }
}
