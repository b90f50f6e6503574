import SIPFindings
import SIPReporting
import TraceTypes

extension RuleSelection {
    /// The rules that the options of a command line ask for.
    init(_ invocation: Invocation) throws(UsageError) {
        let values = invocation.options
        for name in values.selectedRules { try Self.check(name, of: .select, invocation) }
        for name in values.ignoredRules { try Self.check(name, of: .ignore, invocation) }
        self.init(
            selecting: values.selectedRules, ignoring: values.ignoredRules, leastSeverity: values.leastSeverity)
    }

    private static func check(_ name: String, of option: OptionName, _ invocation: Invocation) throws(UsageError) {
        guard let problem = problem(with: name) else { return }
        throw UsageError("--\(option.rawValue): \(problem)", command: invocation.command)
    }
}

extension CallFilter {
    /// The filter that the options of a command line ask for; nil without one.
    static func asked(by invocation: Invocation) throws(UsageError) -> CallFilter? {
        guard let text = invocation.options.filter else { return nil }
        do throws(FilterError) {
            return try CallFilter(text)
        } catch {
            throw UsageError(error, in: text, command: invocation.command)
        }
    }
}

extension UsageError {
    /// A filter that cannot be read.
    init(_ error: FilterError, in text: String, command: CommandName) {
        let list = error.candidates.count > Self.longestList ? [] : error.candidates
        var hint: String?
        if let near = error.word.flatMap({ suggestion(for: $0, in: error.candidates) }) {
            hint = "did you mean '\(near)'?"
        } else if Self.isCaptureFilter(text) {
            hint = "filters of pcap-filter(7) go to --capture-filter"
        } else if !list.isEmpty {
            hint = "there are \(listed(list, "and"))"
        }
        self.init(
            "--filter, column \(error.column): \(error.message)" + (hint.map { "; " + $0 } ?? ""), command: command,
            excerpt: error.excerpt)
    }

    /// Words that an error lists; more are left to the documentation.
    private static var longestList: Int { 24 }

    /// Whether it begins like a filter of libpcap's.
    private static func isCaptureFilter(_ text: String) -> Bool {
        let first = text.split(whereSeparator: \.isWhitespace).first ?? ""
        return ["host", "port", "portrange", "net", "src", "dst", "ip", "ip6", "udp", "tcp", "sctp", "vlan"].contains(
            first)
    }
}
