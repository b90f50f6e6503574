import SIPReporting
import TraceTypes

/// What a check says of one trace. It holds no exchange: a run over many traces takes little memory.
public struct TraceVerdict: Sendable {
    /// The path of the trace, as it was named or found.
    public var path: String
    /// What was read; nil where the trace cannot be read.
    public var facts: TraceFacts?
    /// What the filter let through; nil without one.
    public var filter: FilterTally?
    /// The calls, and every other exchange that a finding or an expectation is about, in the order of their beginning.
    public var exchanges: [CheckedExchange] = []
    /// What the rules found, in the order of the exchanges.
    public var findings: [CheckedFinding] = []
    /// How each expectation was judged, in the order of the file.
    public var expectations: [ExpectationResult] = []
    /// What is wrong with the trace itself, with the file of expectations, or with suppressions.
    public var problems: [TraceProblem] = []

    /// An empty verdict.
    public init(path: String) {
        self.path = path
    }

    /// Whether there is no verdict for want of something to judge.
    public var isUnreadable: Bool { problems.contains { $0.kind == .unreadable } }
    /// Whether nothing fails.
    public var isClean: Bool {
        !findings.contains(where: \.fails) && !expectations.contains(where: \.fails)
            && !problems.contains(where: \.fails)
    }

    /// The exchange with a number; they stand in the order of their numbers.
    public func exchange(_ id: Int?) -> CheckedExchange? {
        guard let id else { return nil }
        var range = exchanges.indices
        while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
            if exchanges[middle].id == id { return exchanges[middle] }
            range = exchanges[middle].id < id ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }
}

/// How much was read of a trace.
public struct TraceFacts: Sendable, Equatable {
    /// Frames.
    public var frames: Int
    /// SIP messages.
    public var messages: Int
    /// Calls.
    public var calls: Int
    /// The time of the first frame.
    public var firstTime: Timestamp?
    /// The time of the last frame.
    public var lastTime: Timestamp?

    /// Makes facts.
    public init(frames: Int, messages: Int, calls: Int, firstTime: Timestamp?, lastTime: Timestamp?) {
        self.frames = frames
        self.messages = messages
        self.calls = calls
        self.firstTime = firstTime
        self.lastTime = lastTime
    }
}

/// Something wrong that is neither a finding of a rule nor an expectation.
public struct TraceProblem: Sendable, Equatable {
    /// What it concerns; the raw value is its name in machine formats.
    public enum Kind: String, Sendable, CaseIterable {
        /// The trace, or a file that belongs to it, cannot be read.
        case unreadable = "trace/unreadable"
        /// The trace holds no SIP.
        case noSIP = "trace/no-sip"
        /// The trace is cut, lost frames, or ends too early to judge a call.
        case incomplete = "trace/incomplete"
        /// A suppression that suppresses nothing.
        case unusedSuppression = "suppression/unused"
        /// A suppression whose last day is over.
        case expiredSuppression = "suppression/expired"
        /// A suppression in a packet comment that cannot be understood, or gives no reason.
        case badSuppression = "suppression/bad"
        /// A finding in the baseline that is no longer there.
        case staleBaseline = "baseline/stale"
    }

    /// What it concerns.
    public var kind: Kind
    /// What is wrong and what to do, in a line.
    public var message: String
    /// Whether it fails the check.
    public var fails: Bool
    /// The frames it is about.
    public var frames: [FrameNumber]
    /// Where it is written, for a problem of a file that people write.
    public var position: SourcePosition?

    /// Makes a problem.
    public init(
        _ kind: Kind, _ message: String, fails: Bool, frames: [FrameNumber] = [], position: SourcePosition? = nil
    ) {
        self.kind = kind
        self.message = message
        self.fails = fails
        self.frames = frames
        self.position = position
    }
}

/// A place in a file that people write.
public struct SourcePosition: Sendable, Hashable {
    /// The file's path.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column in characters, from 1.
    public var column: Int

    /// Makes a position.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}
