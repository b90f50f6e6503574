import SIPChecking
import SIPFindings
import TraceTypes

extension OptionValues {
    /// The network devices to listen on.
    var interfaces: [String] {
        let given = all(.interface).compactMap { if case .text(let text) = $0 { text } else { nil } }
        return given.isEmpty ? [text(.interface) ?? "any"] : given
    }

    /// How many bytes of each frame to capture.
    var snapshotLength: Int {
        // tcpdump's habit: 0 asks for everything.
        integer(.snapshotLength).flatMap { $0 == 0 ? nil : $0 } ?? OptionTable.largestSnapshotLength
    }

    /// The size of the kernel's buffer in KiB; nil leaves it to libpcap.
    var bufferSize: Int? { integer(.bufferSize) }

    /// Whether the device is asked for frames that are not addressed to it.
    var isPromiscuous: Bool { !flag(.noPromiscuousMode) }

    /// The BPF expression that frames have to match; nil for all frames, or those that the operands of `watch` ask for.
    var captureFilter: String? { text(.captureFilter) }

    /// The filter that calls have to match, as it was written.
    var filter: String? { text(.filter) }

    /// The rules and areas that are judged by alone; empty for no selection.
    var selectedRules: [String] { names(.select) }

    /// The rules and areas that are not judged by.
    var ignoredRules: [String] { names(.ignore) }

    /// How grave findings are at least.
    var leastSeverity: Severity { choice(.severity) ?? .info }

    /// Whether files are read on as they grow.
    var isFollowing: Bool { flag(.follow) }

    /// Whether frames are to be shown at once.
    var isImmediate: Bool { flag(.immediateMode) }

    /// Where the frames' times come from; nil leaves it to the device.
    var timestampType: String? { text(.timestampType) }

    /// Who to become; nil for the default.
    var user: String? { text(.user) }

    /// Where to save frames; nil for nowhere.
    var savePath: String? { text(.write) }

    /// Bytes after which a further file is begun.
    var rotateSize: Int? { integer(.rotateSize) }

    /// Time after which a further file is begun.
    var rotateTime: TimeSpan? {
        if case .duration(let span) = value(.rotateTime) { span } else { nil }
    }

    /// How many files are kept.
    var keepFiles: Int? { integer(.keepFiles) }

    /// Where the output goes; nil for standard output.
    var outputPath: String? { text(.output) }

    /// How long to watch; nil for no limit.
    var duration: TimeSpan? {
        if case .duration(let span) = value(.duration) { span } else { nil }
    }

    /// How many frames to read; nil for no limit.
    var count: Int? { integer(.count) }

    /// The form of the output.
    var format: OutputFormat { choice(.format) ?? .text }

    /// The calls to show in full; empty for no selection.
    var calls: [CallSelector] {
        all(.call).compactMap { if case .text(let text) = $0 { CallSelector(text) } else { nil } }
    }

    /// How many calls with findings to show in full; `Int.max` for all.
    var details: Int { integer(.details) ?? .max }

    /// When to color the output.
    var color: ColorMode { choice(.color) ?? .auto }

    /// The family of codes to compare.
    var family: String? {
        if case .text(let text) = value(.family) { text } else { nil }
    }

    /// The language asked for, as it was written; nil where the environment decides.
    var language: String? {
        if case .choice(let word) = value(.language) { word } else { nil }
    }

    /// Whether the text form shows the figures.
    var showsFigures: Bool { flag(.figures) }

    /// Names of further header fields that hold the Call-ID of another leg.
    var legHeaders: [String] {
        all(.legHeader).compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// Where timer values come from that are not given.
    var profile: TimerProfile { choice(.profile) ?? .rfc3261 }

    /// Timer T1 (RFC 3261 section 17.1.1.1).
    var timer1: TimeSpan { timer(.timer1) }

    /// Timer T2 (RFC 3261 section 17.1.2.2).
    var timer2: TimeSpan { timer(.timer2) }

    /// Timer T4 (RFC 3261 section 17.1.2.2).
    var timer4: TimeSpan { timer(.timer4) }

    /// Whether progress is kept off standard error.
    var isQuiet: Bool { flag(.quiet) }

    /// Whether a flag is on.
    func flag(_ name: OptionName) -> Bool {
        value(name) == .flag(true)
    }

    /// A text; nil without one.
    func text(_ name: OptionName) -> String? {
        if case .text(let text) = value(name) { text } else { nil }
    }

    /// The names that are listed with commas, in one value or in several.
    private func names(_ name: OptionName) -> [String] {
        all(name).flatMap { value in
            guard case .text(let text) = value else { return [String]() }
            return text.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingPrefix(while: \.isWhitespace).description
            }
        }
    }

    /// A number; nil without one.
    func integer(_ name: OptionName) -> Int? {
        if case .integer(let number) = value(name) { number } else { nil }
    }

    private func timer(_ name: OptionName) -> TimeSpan {
        .milliseconds(Int64(integer(name) ?? 0))
    }

    /// One of a list of words; nil for a word that is not in `Words`.
    func choice<Words: RawRepresentable<String>>(_ name: OptionName) -> Words? {
        if case .choice(let word) = value(name) { Words(rawValue: word) } else { nil }
    }
}
