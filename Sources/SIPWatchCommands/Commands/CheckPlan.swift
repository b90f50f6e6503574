import Foundation
import SIPCatalog
import SIPChecking
import SIPDialogs
import SIPReporting
import SIPWatchKit
import TraceTypes

/// What a command line of `check` comes to: each trace with the settings that count for it.
struct CheckPlan {
    /// The traces, with how each is checked.
    private(set) var checks: [TraceCheck] = []
    /// The language of the verdict.
    let catalog: Catalog
    /// How many traces are checked at a time.
    let jobs: Int
    private let signals: Signals?
    /// The configuration of each trace; nil where there is none.
    private var configurations: [String?] = []

    /// Refuses options that make no sense together.
    static func validate(_ invocation: Invocation) throws(UsageError) {
        let values = invocation.options
        let problem: String? =
            if values.updatesBaseline, values.baselinePath == nil {
                "--update-baseline needs a file to write; name it with --baseline"
            } else if values.baselinePath != nil, values.filter != nil || values.count != nil {
                "--baseline counts the findings of whole traces; leave out --filter and --count"
            } else if values.writesExpectations, values.expectationsPath != nil {
                "--init writes expectations and --expect reads them; leave one out, or name the file with -o"
            } else if values.writesExpectations, values.updatesSnapshots || values.updatesBaseline {
                "--init writes expectations alone; leave out the other updates"
            } else {
                nil
            }
        if let problem { throw UsageError(problem, command: .check) }
    }

    /// Refuses options that name a file for one trace where there are several.
    static func validate(_ invocation: Invocation, _ traces: [String]) throws(UsageError) {
        guard traces.count > 1 else { return }
        let values = invocation.options
        if values.snapshotPath != nil {
            throw UsageError(
                "--snapshot is for one trace; with several, name each one's in its file of expectations, as 'snapshot: FILE'",
                command: .check)
        }
        if values.writesExpectations, values.isGiven(.output) {
            throw UsageError("--init writes a file beside each trace; -o is for one trace", command: .check)
        }
    }

    /// Makes a plan for traces and reads their configurations; throws what is wrong with one.
    init(
        _ invocation: Invocation, _ traces: [String], _ commandLine: CheckSettings, _ filter: CallFilter?
    ) throws(AnalysisError) {
        let values = invocation.options
        jobs = values.jobs ?? ProcessInfo.processInfo.activeProcessorCount
        let asked = Catalog.asked(by: invocation)
        var catalogs = [asked.languageTag: asked]
        var finder = ConfigurationFinder()
        // Reading standard input is ended by Ctrl-C, and still judged.
        signals = traces.contains("-") ? Signals() : nil
        for trace in traces {
            let found = values.readsConfigurations ? try finder.settings(for: trace) : nil
            let settings = found.map { commandLine.over($0.settings) } ?? commandLine
            let tag = values.language == nil ? settings.language ?? asked.languageTag : asked.languageTag
            let catalog = catalogs[tag] ?? CatalogLanguage(named: tag).map { Catalog.embedded($0) } ?? asked
            catalogs[tag] = catalog
            var check = TraceCheck(path: trace, settings: settings, catalog: catalog)
            check.leastSeverity = values.leastSeverity
            check.filter = filter
            check.captureFilter = invocation.captureFilter
            check.limit = values.count.map { UInt64(clamping: $0) }
            check.expectationsPath = values.expectationsPath
            check.snapshotPath = values.snapshotPath
            check.updatesSnapshots = values.updatesSnapshots
            check.isAlone = traces.count == 1
            check.today = Self.today
            check.shouldStop = signals?.shouldStop
            checks.append(check)
            configurations.append(found?.path)
        }
        catalog = checks.first?.catalog ?? asked
    }

    /// Reads what each trace is expected to show, before any is: what they name can then be looked at beforehand.
    mutating func readExpectations() {
        let shared = checks.first?.expectationsPath.map { TraceExpectations(named: $0) }
        for index in checks.indices {
            checks[index].expectations = shared ?? TraceExpectations(beside: checks[index].path)
        }
    }

    /// Whether `--update` has nothing to write; false while that is not known.
    var lacksSnapshots: Bool {
        !checks.isEmpty && checks.allSatisfy { $0.snapshots.isEmpty && $0.expectations?.isUsable == true }
    }

    /// The files that are only read: traces, expectations and configurations.
    var inputs: [String] {
        checks.flatMap { [$0.path, $0.expectationsFile].compactMap { $0 } } + configurations.compactMap { $0 }
    }

    /// Gives all checks the findings that are known.
    mutating func setBaseline(_ baseline: BaselineFile) {
        for index in checks.indices { checks[index].baseline = baseline }
    }

    /// The settings of each trace as a configuration has them, with where they come from.
    var configurationText: String {
        zip(checks, configurations).map { check, configuration in
            var settings = check.settings
            settings.failOn = settings.failOn ?? .error
            settings.language = check.catalog.languageTag
            let origin = configuration.map(escaped) ?? "the command line and the defaults"
            return (["# \(escaped(check.path)), from \(origin)"] + settings.lines).map { $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }

    /// The date in UTC: a check gives the same verdict wherever it runs.
    private static var today: String {
        Timestamp(nanoseconds: Int64(Date().timeIntervalSince1970) * 1_000_000_000).description.prefix(10).description
    }
}
