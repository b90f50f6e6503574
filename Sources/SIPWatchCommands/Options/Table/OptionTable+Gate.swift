import SIPChecking

extension OptionTable {
    /// Options that say what `check` holds traces against, and when it fails.
    static let gate: [Option] = verdict + expected + configured

    private static let verdict: [Option] = [
        Option(
            .failOn, aliases: [.hidden(.long("no-fail"), implying: FailureThreshold.never.rawValue)],
            placeholder: "SEVERITY", kind: .choice(thresholds),
            defaultValue: .choice(FailureThreshold.error.rawValue),
            group: .gate, commands: [.check],
            summary: "Fail when a finding is at least this severe",
            details: "Expectations that are not met fail all the same."),
        Option(
            .allowIncomplete, defaultValue: .flag(false),
            group: .gate, commands: [.check],
            summary: "Pass traces that are cut, lost frames or end too early"),
        Option(
            .allowEmpty, defaultValue: .flag(false),
            group: .gate, commands: [.check],
            summary: "Pass traces without SIP, and expectations that match nothing"),
        Option(
            .baseline, placeholder: "FILE", kind: .path, repetition: .refused,
            group: .gate, commands: [.check],
            summary: "Let the findings pass that this file knows",
            details:
                "A finding is known again by rule, method, code, role and place, not by what changes with each run."),
        Option(
            .updateBaseline, defaultValue: .flag(false),
            group: .gate, commands: [.check],
            summary: "Write the findings into the baseline instead of failing"),
        Option(
            .jobs, placeholder: "N", kind: .integer(1...256),
            group: .gate, commands: [.check],
            summary: "Check this many traces at a time; without it, one for each core"),
    ]

    private static let expected: [Option] = [
        Option(
            .expect, placeholder: "FILE", kind: .path, repetition: .refused,
            group: .gate, commands: [.check],
            summary: "Expect of each trace what this file says",
            details: "Without it trace.pcap is held against trace.sipwatch.yaml in its folder, where that is there."),
        Option(
            .initialize, defaultValue: .flag(false),
            group: .gate, commands: [.check],
            summary: "Write the expectations that describe each trace as it is",
            details: "They go beside the trace, or to the file of '-o'; a file that exists is left alone."),
        Option(
            .explain, defaultValue: .flag(false),
            group: .gate, commands: [.check],
            summary: "Show how each expectation was judged, those that are met as well"),
        Option(
            .snapshot, placeholder: "FILE", kind: .path, repetition: .refused,
            group: .gate, commands: [.check],
            summary: "Compare the ladder with this file, times, tags and varying ports aside"),
        Option(
            .update, defaultValue: .flag(false),
            group: .gate, commands: [.check],
            summary: "Write the snapshots anew instead of comparing them"),
    ]

    private static let configured: [Option] = [
        Option(
            .noConfig, defaultValue: .flag(false),
            group: .gate, commands: [.check],
            summary: "Do not look for a configuration",
            details: "Without it the nearest .sipwatch.yaml counts, in the folder of the trace or in one above."),
        Option(
            .printConfig, defaultValue: .flag(false),
            group: .gate, commands: [.check],
            summary: "Show the settings that each trace would be checked with"),
    ]

    private static let thresholds: [Choice] = [
        Choice(FailureThreshold.error.rawValue, "errors alone"),
        Choice(FailureThreshold.warning.rawValue, "errors and warnings"),
        Choice(FailureThreshold.info.rawValue, "any finding"),
        Choice(FailureThreshold.never.rawValue, "report only"),
    ]
}
