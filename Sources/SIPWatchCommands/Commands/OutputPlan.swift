import SIPWatchKit
import TraceTypes

/// Where a command's results and the frames that it read go.
struct OutputPlan {
    /// The file in the place of standard output, if there is one.
    let reportFile: ReportFile?
    /// Where frames are saved.
    let save: SaveOptions?

    /// Checks what the options ask for, and opens what takes the place of standard output.
    static func make(_ invocation: Invocation) throws(UsageError) -> Result<OutputPlan, AnalysisError> {
        let save = try saving(invocation)
        let values = invocation.options
        if save?.path == standardOutput, values.outputPath == nil { Console.divertOutput() }
        guard let path = values.outputPath else { return .success(OutputPlan(reportFile: nil, save: save)) }
        do throws(AnalysisError) {
            let inputs = invocation.command == .watch ? [] : invocation.operands
            return .success(OutputPlan(reportFile: try ReportFile(path: path, inputs: inputs), save: save))
        } catch {
            return .failure(error)
        }
    }

    private static let standardOutput = "-"

    private static func saving(_ invocation: Invocation) throws(UsageError) -> SaveOptions? {
        let values = invocation.options
        guard let path = values.savePath else {
            let lost = [OptionName.rotateSize, .rotateTime, .keepFiles].first(where: values.isGiven)
            guard let lost else { return nil }
            throw UsageError("--\(lost.rawValue) needs a file to write; name it with -w", command: invocation.command)
        }
        try check(path, invocation)
        var save = SaveOptions(path: path)
        save.application = "\(CommandTable.programName) \(Program.version)"
        save.rotateSize = values.rotateSize.map(UInt64.init(clamping:))
        save.rotateTime = values.rotateTime
        save.keepFiles = values.keepFiles
        save.savesCallsOnly = invocation.command == .analyze && !values.calls.isEmpty
        return save
    }

    private static func check(_ path: String, _ invocation: Invocation) throws(UsageError) {
        let values = invocation.options
        let rotates = values.rotateSize != nil || values.rotateTime != nil
        let problem: String? =
            if path.hasSuffix(".gz") {
                "-w writes no compressed files; write \(quoted(String(path.dropLast(3)))) and run gzip on it"
            } else if values.keepFiles != nil, !rotates {
                "--keep-files needs to know when a new file begins; say it with --rotate-size or --rotate-time"
            } else if path == standardOutput, rotates {
                "files that follow each other cannot go to standard output; name a file with -w"
            } else if path == standardOutput, values.outputPath == nil, values.format != .text {
                "frames and \(values.format.rawValue) cannot both go to standard output; name a file for one, "
                    + "with -w or -o"
            } else if let outputPath = values.outputPath, FilePaths.areSame(path, outputPath) {
                "-w and -o name the same file; name two"
            } else if !values.calls.isEmpty, invocation.operands.contains("-") {
                "the frames of a call are read a second time, and standard input cannot be; save it in a file first"
            } else if !values.calls.isEmpty, let once = invocation.operands.first(where: FilePaths.isReadOnce) {
                "the frames of a call are read a second time, and \(quoted(once)) cannot be; save it in a file first"
            } else if path == standardOutput, Console.outputIsTerminal {
                "frames are nothing for a terminal; name a file with -w, or send standard output to a program or a file"
            } else {
                nil
            }
        if let problem { throw UsageError(problem, command: invocation.command) }
    }
}
