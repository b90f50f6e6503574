import SIPCatalog
import SIPChecking
import SIPFindings
import SIPReporting
import TraceTypes

/// How one trace is checked.
public struct TraceCheck: Sendable {
    /// The trace; `-` is standard input.
    public var path: String
    /// The settings that count for it.
    public var settings: CheckSettings
    /// The language of the texts.
    public var catalog: Catalog
    /// The least severe finding that there is for the check at all.
    public var leastSeverity = Severity.info
    /// The calls that are checked; nil for all.
    public var filter: CallFilter?
    /// A BPF expression that frames have to match.
    public var captureFilter: String?
    /// Frames that are read at most.
    public var limit: UInt64?
    /// The file of expectations; nil for the one beside the trace, if there is one.
    public var expectationsPath: String?
    /// What was read of expectations; nil until then.
    public var expectations: TraceExpectations?
    /// The file that the ladder is compared with, beside the one that the expectations name.
    public var snapshotPath: String?
    /// Whether snapshots are made anew.
    public var updatesSnapshots = false
    /// The known findings.
    public var baseline: BaselineFile?
    /// Whether the trace is the only one of the check.
    public var isAlone = true
    /// Today's date, as `2026-11-20`, by which suppressions expire.
    public var today = ""
    /// Ends the wait for a pipe.
    public var shouldStop: (@Sendable () -> Bool)?

    /// A check of a trace.
    public init(path: String, settings: CheckSettings, catalog: Catalog) {
        self.path = path
        self.settings = settings
        self.catalog = catalog
    }

    /// The file that has its expectations, where there is one; nil for standard input, which has none beside it.
    public var expectationsFile: String? {
        expectationsPath ?? (path == "-" ? nil : TraceFinder.expectations(of: path))
    }

    /// The snapshots that options and the expectations, as far as they are read, name.
    public var snapshots: [String] {
        [snapshotPath, expectations?.expectations?.snapshot?.value].compactMap { $0 }
    }

    /// What is let pass, and what is not.
    var policy: GatePolicy {
        var policy = GatePolicy(today: today)
        policy.failOn = (settings.failOn ?? .error).severity
        policy.severities = settings.severities.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        policy.allowsIncomplete = settings.allowsIncomplete ?? false
        policy.allowsEmpty = settings.allowsEmpty ?? false
        policy.selection = selection
        return policy
    }

    private var selection: RuleSelection {
        RuleSelection(selecting: settings.select ?? [], ignoring: settings.ignore, leastSeverity: leastSeverity)
    }

    /// How the trace is analyzed; with `keepsAll`, the messages of all exchanges are kept.
    func analysisOptions(keepsAll: Bool) -> AnalysisOptions {
        var options = AnalysisOptions()
        options.timers = settings.timers
        options.relatingHeaders += settings.legHeaders
        options.selection = selection
        options.filter = filter
        options.catalog = catalog
        options.retention = keepsAll ? .all : .told(.max)
        return options
    }
}

/// What came of a check of a trace.
public struct CheckedTrace: Sendable {
    /// The verdict.
    public var verdict: TraceVerdict
    /// What a baseline is to know of the trace from now on.
    public var fingerprints: [Fingerprint] = []
    /// The snapshots that are to be written, by path.
    public var snapshots: [(path: String, text: String)] = []
}
