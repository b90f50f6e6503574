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

    /// Whether this is root, who may capture.
    static let isRoot = geteuid() == 0 && isPermitted

    /// The program.
    let running: RunningProgram

    /// Starts it, and waits until it captures. `devices` is what it is to say that it watches.
    init(_ options: [String], filter: String, devices: String = "lo", waitsForStart: Bool = true) throws {
        let words = filter.split(separator: " ").map(String.init)
        running = try Program(SIPWatch.path).start(["-i", "lo"] + options + words)
        guard waitsForStart else { return }
        #expect(running.wait { $0.errors.contains("watching \(devices) for \(filter); Ctrl-C ends and sums up\n") })
    }

    /// Presses Ctrl-C and waits for the end.
    func stop() -> Ended {
        running.signal(SIGINT)
        return running.wait(limit: 10)
    }
}
