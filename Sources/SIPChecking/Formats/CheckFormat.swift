/// What a verdict is written as; the raw value is its word on the command line.
public enum CheckFormat: String, Sendable, CaseIterable {
    /// Lines for people, as compilers write theirs.
    case text
    /// One JSON document, as `check.schema.json` says.
    case json
    /// JSON Lines, as `line` in `check.schema.json` says.
    case jsonl
    /// The XML that Jenkins and GitLab read as test results.
    case junit
    /// The Static Analysis Results Interchange Format, version 2.1.0.
    case sarif
    /// Workflow commands, which GitHub shows as annotations.
    case github
    /// The code quality report of GitLab.
    case gitlab
    /// The Test Anything Protocol, version 14.
    case tap
    /// A summary that GitHub and GitLab show, with diagrams.
    case markdown

    /// Hands over a verdict piece by piece, the last with its line end. The same verdict gives the same bytes: nothing
    /// of the time, the machine or the folder is added. What came from the network is escaped.
    public func write(_ verdict: CheckVerdict, _ options: CheckFormatOptions, to output: (String) -> Void) {
        switch self {
        case .text: CheckText(verdict, options).write { output(LogText.harmless($0)) }
        case .json: CheckJSON(verdict, options).write(to: output)
        case .jsonl: CheckJSONLines(verdict).write(to: output)
        case .junit: JUnitXML(verdict, options).write(to: output)
        case .sarif: SARIFLog(verdict, options).write(to: output)
        case .github: GitHubCommands(verdict, options).write(to: output)
        case .gitlab: GitLabQuality(verdict, options).write(to: output)
        case .tap: TAPText(verdict).write { output(LogText.harmless($0)) }
        case .markdown: CheckMarkdown(verdict, options).write(to: output)
        }
    }
}
