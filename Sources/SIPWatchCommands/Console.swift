import Foundation
import Glibc
import Synchronization
import TraceTypes

/// Where a command's words go: results to standard output, all else to standard error.
enum Console {
    private struct Results {
        var bytes: [UInt8] = []
        var problem: String?
    }

    private static let isDiverted = Atomic<Bool>(false)
    private static let results = Mutex(Results())
    /// Bytes that are written at once.
    private static let bufferSize = 1 << 16

    /// Sends results to standard error from now on: standard output is taken by something else.
    static func divertOutput() {
        isDiverted.store(true, ordering: .relaxed)
    }

    /// Writes to standard output. A reader that has closed the pipe ends the program quietly, by its signal.
    static func output(_ text: String) {
        guard !isDiverted.load(ordering: .relaxed) else { return error(text) }
        results.withLock { results in
            results.bytes.append(contentsOf: text.utf8)
            if results.bytes.count >= bufferSize { write(&results) }
        }
    }

    /// Writes out what is still held of the results.
    static func flush() {
        results.withLock { write(&$0) }
    }

    /// Why results could not be written; nil as long as all were.
    static var problem: String? { results.withLock(\.problem) }

    private static func write(_ results: inout Results) {
        guard !results.bytes.isEmpty else { return }
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(results.bytes))
        } catch {
            results.problem = reason(error)
        }
        results.bytes.removeAll(keepingCapacity: true)
    }

    /// The system's words, without Foundation's around them.
    private static func reason(_ error: any Error) -> String {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        let code = cause.flatMap { POSIXErrorCode(rawValue: Int32(truncatingIfNeeded: $0.code)) }
        let text = code.map { POSIXError($0).localizedDescription } ?? error.localizedDescription
        return text.split(separator: ". ").last.map(String.init) ?? text
    }

    /// Writes one line to standard error, whatever the names in it hold: the program's name and what is wrong.
    static func complain(_ message: String) {
        error("\(CommandTable.programName): \(escaped(message))\n")
    }

    /// Writes to standard error.
    static func error(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }

    /// Whether standard output is a terminal.
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether results go to a terminal.
    static var resultsGoToTerminal: Bool {
        isDiverted.load(ordering: .relaxed) ? errorIsTerminal : outputIsTerminal
    }

    /// Whether standard error is a terminal.
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

extension ColorMode {
    /// Whether to color, here and now (no-color.org).
    var isOn: Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            Console.resultsGoToTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
                && ProcessInfo.processInfo.environment["TERM"] != "dumb"
        }
    }
}
