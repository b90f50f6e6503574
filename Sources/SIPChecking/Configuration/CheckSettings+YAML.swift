import SIPCatalog
import SIPFindings
import TraceTypes
import YAMLReading

extension CheckSettings {
    /// The keys of a configuration, in the order in which they are written.
    public static let keys = [
        "select", "ignore", "severity", "fail-on", "lang", "leg-headers", "timers", "allow-incomplete", "allow-empty",
    ]
    private static let timerKeys = ["profile", "T1", "T2", "T4"]
    /// The longest timer: an hour.
    private static let longestTimer = 3_600_000

    /// Reads the settings among the fields of a mapping.
    init(_ fields: YAMLFields) throws(YAMLError) {
        self.init()
        if let node = fields["select"] { select = try Self.rules(node, "select") }
        if let node = fields["ignore"] { ignore = try Self.rules(node, "ignore") }
        for entry in try fields["severity"]?.entries("severity") ?? [] {
            try Self.check(entry.key, at: entry.mark)
            let word = try entry.value.choice(entry.key, of: Severity.allCases.map(\.rawValue))
            severities[entry.key] = Severity(rawValue: word)
        }
        if let node = fields["fail-on"] {
            failOn = FailureThreshold(
                rawValue: try node.choice("fail-on", of: FailureThreshold.allCases.map(\.rawValue)))
        }
        language = try fields["lang"]?.choice("lang", of: CatalogLanguage.allCases.map(\.tag))
        for node in try fields["leg-headers"]?.items("leg-headers") ?? [] {
            legHeaders.append(try node.text("leg-headers"))
        }
        allowsIncomplete = try fields["allow-incomplete"]?.bool("allow-incomplete")
        allowsEmpty = try fields["allow-empty"]?.bool("allow-empty")
        guard let timers = try fields["timers"]?.fields("'timers'", keys: Self.timerKeys) else { return }
        if let node = timers["profile"] {
            profile = TimerProfile(rawValue: try node.choice("profile", of: TimerProfile.allCases.map(\.rawValue)))
        }
        t1 = try Self.timer(timers["T1"], "T1")
        t2 = try Self.timer(timers["T2"], "T2")
        t4 = try Self.timer(timers["T4"], "T4")
    }

    /// A timer in milliseconds.
    private static func timer(_ node: YAMLNode?, _ role: String) throws(YAMLError) -> TimeSpan? {
        guard let node else { return nil }
        return .milliseconds(Int64(try node.integer(role, in: 1...longestTimer)))
    }

    /// Names of rules and areas.
    private static func rules(_ node: YAMLNode, _ role: String) throws(YAMLError) -> [String] {
        var names: [String] = []
        for item in try node.items(role) {
            let name = try item.text(role)
            try check(name, at: item.mark)
            names.append(name)
        }
        return names
    }

    private static func check(_ name: String, at mark: YAMLMark) throws(YAMLError) {
        guard let problem = RuleSelection.problem(with: name) else { return }
        throw YAMLError(problem, at: mark)
    }

    /// The settings as lines of a configuration, which read back are the same settings.
    public var lines: [String] {
        var lines: [String] = []
        if let select { lines.append("select: \(YAMLText.list(select))") }
        if !ignore.isEmpty { lines.append("ignore: \(YAMLText.list(ignore))") }
        if !severities.isEmpty {
            lines.append("severity:")
            lines += severities.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value.rawValue)" }
        }
        if let failOn { lines.append("fail-on: \(failOn.rawValue)") }
        if let language { lines.append("lang: \(language)") }
        if !legHeaders.isEmpty { lines.append("leg-headers: \(YAMLText.list(legHeaders))") }
        let timers = [("T1", t1), ("T2", t2), ("T4", t4)].compactMap { name, span in
            span.map { "  \(name): \($0.nanoseconds / 1_000_000)" }
        }
        if profile != nil || !timers.isEmpty { lines.append("timers:") }
        if let profile { lines.append("  profile: \(profile.rawValue)") }
        lines += timers
        if let allowsIncomplete { lines.append("allow-incomplete: \(allowsIncomplete)") }
        if let allowsEmpty { lines.append("allow-empty: \(allowsEmpty)") }
        return lines
    }
}
