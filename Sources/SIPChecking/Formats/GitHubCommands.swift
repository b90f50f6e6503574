import SIPFindings
import SIPReporting
import TraceTypes

/// The results as workflow commands, which GitHub shows as annotations of files.
struct GitHubCommands {
    /// GitHub shows no more annotations of one level than this from one step.
    private static let shownPerLevel = 10

    private let verdict: CheckVerdict
    private let options: CheckFormatOptions

    init(_ verdict: CheckVerdict, _ options: CheckFormatOptions) {
        self.verdict = verdict
        self.options = options
    }

    /// Those that fail come first. What is too much is counted on a line of its own.
    func write(to output: (String) -> Void) {
        let results = verdict.traces.flatMap { $0.results(options) }.filter(\.isShown)
        var counts: [String: Int] = [:]
        var rest = 0
        for result in results.filter(\.fails) + results.filter({ !$0.fails }) {
            let level = Self.level(result.severity)
            counts[level, default: 0] += 1
            if counts[level, default: 0] > Self.shownPerLevel {
                rest += 1
            } else {
                output(command(level, result) + "\n")
            }
        }
        if rest > 0 { output("\(rest) more: GitHub shows \(Self.shownPerLevel) annotations of each level\n") }
        output(CheckSummary(verdict).text(.init(isColored: false)) + "\n")
    }

    private func command(_ level: String, _ result: CheckResult) -> String {
        var properties = ["file=" + Self.escape(escaped(options.relative(result.path)), isProperty: true)]
        if let position = result.position {
            properties += ["line=\(max(position.line, 1))", "col=\(max(position.column, 1))"]
        }
        let title = result.subject.isEmpty ? result.rule : "\(result.rule) \(result.subject)"
        properties.append("title=" + Self.escape(title, isProperty: true))
        let frames = result.frames.isEmpty ? "" : " (\(FindingLine.named(result.frames)))"
        let trace = result.position == nil ? "" : escaped(options.relative(result.trace)) + ": "
        return "::\(level) \(properties.joined(separator: ","))::" + Self.escape("\(trace)\(result.message)\(frames)")
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
    }

    /// The text as it may stand behind a command, or as the value of a property.
    private static func escape(_ text: String, isProperty: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case "," where isProperty: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
