import Foundation
import SIPChecking
import SIPReporting
import SIPWatchKit
import TraceTypes

/// Where a check's verdict goes, in which forms: files are opened before any work is done.
struct CheckOutputs {
    /// A file that an option names, and the form that it wants there; nil for the form of standard output.
    struct Target {
        let format: CheckFormat?
        let path: String
    }

    private var files: [(format: CheckFormat, file: TextFile)] = []
    private let format: CheckFormat
    private let reportFile: ReportFile?
    private let summary: FileHandle?

    /// The files that the options name.
    static func targets(_ invocation: Invocation) throws(UsageError) -> [Target] {
        var targets: [Target] = []
        for output in invocation.options.outputs { targets.append(try target(output)) }
        if targets.count(where: { $0.format == nil }) > 1 {
            throw UsageError(
                "--output names two files for one form; say which form goes to which, as in junit=report.xml",
                command: .check)
        }
        for (index, target) in targets.enumerated()
        where targets[..<index].contains(where: { FilePaths.areSame($0.path, target.path) }) {
            throw UsageError("--output names \(quoted(target.path)) twice; name two files", command: .check)
        }
        return targets
    }

    /// Opens files. None of them may be anything else as well.
    init(_ invocation: Invocation, _ targets: [Target], _ claims: inout FileClaims) throws(AnalysisError) {
        format = invocation.options.checkFormat
        // Nothing is opened, and so emptied or made, unless everything can be.
        for output in targets {
            try claims.write(output.path, as: .output)
            try TextFile.check(path: output.path)
        }
        let isGitHub = format == .github || targets.contains { $0.format == .github }
        summary = isGitHub ? try Self.stepSummary(&claims) : nil
        var reportFile: ReportFile?
        for output in targets {
            if let format = output.format {
                files.append((format, try TextFile(path: output.path)))
            } else {
                reportFile = try ReportFile(path: output.path)
            }
        }
        self.reportFile = reportFile
    }

    /// `FORMAT=FILE`, or a file alone.
    private static func target(_ text: String) throws(UsageError) -> Target {
        let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2, !halves[0].contains("/") else { return Target(format: nil, path: text) }
        guard let format = CheckFormat(rawValue: halves[0]) else {
            let words = CheckFormat.allCases.map(\.rawValue)
            let hint = suggestion(for: halves[0], in: words).map { "did you mean '\($0)'?" }
            throw UsageError(
                "--output: there is no form \(quoted(halves[0])); "
                    + (hint ?? "there are \(listed(words, "and")); a file of that name is written './\(escaped(text))'"),
                command: .check)
        }
        guard !halves[1].isEmpty else {
            throw UsageError("--output: \(quoted(text)) names no file", command: .check)
        }
        return Target(format: format, path: halves[1])
    }

    /// The file that GitHub Actions shows as the summary of a step; nil elsewhere.
    private static func stepSummary(_ claims: inout FileClaims) throws(AnalysisError) -> FileHandle? {
        guard let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return nil }
        try claims.write(path, as: .output)
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        guard let handle = FileHandle(forWritingAtPath: path), (try? handle.seekToEnd()) != nil else {
            throw AnalysisError(description: "\(escaped(path)), which GITHUB_STEP_SUMMARY names, cannot be written")
        }
        return handle
    }

    /// Writes the verdict everywhere; what cannot be written is an error, after all else was.
    func write(_ verdict: CheckVerdict, _ options: CheckFormatOptions) throws(AnalysisError) {
        var failure: AnalysisError?
        for (format, file) in files {
            var options = options
            options.style = TextStyle(isColored: false)
            format.write(verdict, options) { file.write($0) }
            do throws(AnalysisError) {
                try file.finish()
            } catch {
                failure = failure ?? error
            }
        }
        var shown = options
        shown.showsUnreadable = false
        format.write(verdict, shown, to: Console.output)
        if let summary {
            var text = ""
            CheckFormat.markdown.write(verdict, options) { text += $0 }
            if (try? summary.write(contentsOf: Data(text.utf8))) == nil {
                failure = failure ?? AnalysisError(description: "the step summary could not be written")
            }
        }
        if let failure { throw failure }
    }
}
