extension OptionTable {
    /// Options that say when `check` fails.
    static let gate: [Option] = [
        Option(
            .failOn, aliases: [.hidden(.long("no-fail"), implying: FailureThreshold.never.rawValue)],
            placeholder: "SEVERITY", kind: .choice(thresholds),
            defaultValue: .choice(FailureThreshold.error.rawValue),
            group: .gate, commands: [.check],
            summary: "Fail when a finding is at least this severe")
    ]

    private static let thresholds: [Choice] = [
        Choice(FailureThreshold.error.rawValue, "errors alone"),
        Choice(FailureThreshold.warning.rawValue, "errors and warnings"),
        Choice(FailureThreshold.info.rawValue, "any finding"),
        Choice(FailureThreshold.never.rawValue, "report only"),
    ]
}
