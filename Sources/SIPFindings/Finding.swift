import SIPDialogs
import TraceTypes

/// How grave a finding is.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Worth knowing.
    case info
    /// A SHOULD is broken, or it will not interoperate.
    case warning
    /// A MUST is broken, or a call is lost.
    case error

    /// Graver is greater.
    public static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// What a finding rests on.
public enum Confidence: String, Sendable, CaseIterable {
    /// The bytes show it.
    case proven
    /// It did not happen, in a capture that would have shown it.
    case observed
    /// What was seen is consistent with it.
    case likely
}

/// What a rule found in an exchange, with the frames that show it.
public struct Finding: Sendable {
    /// The rule's name.
    public var rule: String
    /// How grave it is here.
    public var severity: Severity
    /// What it rests on.
    public var confidence: Confidence
    /// The exchange it is about, by id.
    public var exchange: Int
    /// The frames that show it, in order.
    public var frames: [FrameNumber]
    /// The messages that show it, in the order of their frames, by their places in the exchange's list: a frame may hold
    /// several messages.
    public var messages: [MessageIndex] = []
    /// What happened, with this case's own numbers.
    public var message: String
    /// What goes wrong in such a case.
    public var explanation: String
    /// Why it matters.
    public var impact: String
    /// What may have caused it, the likeliest first.
    public var causes: [String]
    /// How to make sure.
    public var confirm: [String]
    /// What would show that it is not so after all.
    public var disproof: [String]
    /// What to do about it, the first thing first.
    public var advice: [String]
    /// Where it is written.
    public var references: [String]
}
