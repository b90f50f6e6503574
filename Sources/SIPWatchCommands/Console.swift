import Foundation
import Glibc
import Synchronization
import TraceTypes

/// Where a command's words go: results to standard output, all else to standard error.
enum Console {
    private static let isDiverted = Atomic<Bool>(false)

    /// Sends results to standard error from now on: standard output is taken by something else.
    static func divertOutput() {
        isDiverted.store(true, ordering: .relaxed)
    }

    /// Writes to standard output. A reader that has closed the pipe ends the program quietly, by its signal.
    static func output(_ text: String) {
        guard !isDiverted.load(ordering: .relaxed) else { return error(text) }
        print(text, terminator: "")
    }

    /// Writes out what standard output still holds.
    static func flush() {
        fflush(nil)
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
