/// The findings of traces that are known and let pass: what a baseline file holds.
///
/// A file is read by ``read(_:path:)`` and written as ``text``. People read it in a diff: traces stand in the order of
/// their paths, findings in the order of their fingerprints, each on a line of its own.
public struct Baseline: Sendable, Equatable {
    /// The form of file that this program reads and writes.
    public static let version = 1

    /// The known findings of each trace, by its path from the folder of the baseline, with `/` between its parts. A trace
    /// without findings has an empty list: it is known to be clean.
    public var traces: [String: TraceBaseline] = [:]

    /// Knows nothing.
    public init() {}

    /// What is known of a trace; nil where nothing is.
    ///
    /// One that is not named takes the only entry that there is, where it is the only trace that is checked and the trace
    /// of that entry is gone: it was recorded again under another name. `exists` tells of a path from the folder of the
    /// baseline whether there is such a file.
    public func trace(_ path: String, amongChecked count: Int, exists: (String) -> Bool) -> TraceBaseline? {
        if let named = traces[path] { return named }
        guard count == 1, traces.count == 1, let only = traces.first, !exists(only.key) else { return nil }
        return only.value
    }

    /// The baseline after a check: the traces that were checked have the fingerprints that were found, and of the others
    /// those stay whose file `exists`, by its path from the folder of the baseline.
    public func updated(with checked: [String: [Fingerprint]], exists: (String) -> Bool) -> Baseline {
        var result = Baseline()
        result.traces = traces.filter { checked[$0.key] == nil && exists($0.key) }
        for (path, fingerprints) in checked { result.traces[path] = TraceBaseline(fingerprints) }
        return result
    }
}

/// The known findings of a trace.
public struct TraceBaseline: Sendable, Equatable {
    /// A known finding.
    public struct Entry: Sendable, Equatable {
        /// What it is known by.
        public var fingerprint: Fingerprint
        /// Where it is written; nil where it was not read from a file.
        public var position: SourcePosition?

        /// Makes an entry.
        public init(_ fingerprint: Fingerprint, at position: SourcePosition? = nil) {
            self.fingerprint = fingerprint
            self.position = position
        }
    }

    /// The findings, in the order of the file.
    public var entries: [Entry]

    /// Makes a list of entries.
    public init(entries: [Entry]) {
        self.entries = entries
    }

    /// Knows these findings, each once, in their order.
    public init(_ fingerprints: [Fingerprint]) {
        entries = Set(fingerprints).sorted().map { Entry($0) }
    }
}

extension [CheckedFinding] {
    /// What a baseline is to know of these findings of a trace: all that count, and those that it knows. What a suppression
    /// covers or the expectations require has its place there.
    public var fingerprintsForBaseline: [Fingerprint] {
        filter { $0.standing == .new || $0.standing == .known }.map(\.fingerprint)
    }
}
