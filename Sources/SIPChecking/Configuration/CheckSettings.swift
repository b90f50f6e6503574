import SIPDialogs
import SIPFindings
import TraceTypes

/// The least severe finding that fails a check.
public enum FailureThreshold: String, CaseIterable, Sendable {
    case error, warning, info, never

    /// The severity from which on a finding fails; nil for none.
    public var severity: Severity? { Severity(rawValue: rawValue) }
}

/// A network's values of the base timers.
public enum TimerProfile: String, CaseIterable, Sendable {
    /// Those of RFC 3261 section 17.1.1.1.
    case rfc3261
    /// Those of the IP multimedia subsystem for terminals (3GPP TS 24.229 table 7.7.1).
    case ims

    /// The values.
    public var timers: TimerValues { self == .ims ? .ims : TimerValues() }
}

/// How traces are checked, as far as somebody has said: on the command line, in a configuration, or in an override for
/// some of the traces. What is nil is left to whoever says less special things.
public struct CheckSettings: Sendable, Equatable {
    /// Rules and areas that judge alone.
    public var select: [String]?
    /// Rules and areas that do not judge, beside those of the less special settings.
    public var ignore: [String] = []
    /// Severities of rules and areas, in the place of the rules' own.
    public var severities: [String: Severity] = [:]
    /// The least severe finding that fails.
    public var failOn: FailureThreshold?
    /// The language of the texts, by its tag.
    public var language: String?
    /// Header fields with the Call-ID of another leg, beside those of the less special settings.
    public var legHeaders: [String] = []
    /// The network whose timers count.
    public var profile: TimerProfile?
    /// T1, in the place of the profile's.
    public var t1: TimeSpan?
    /// T2, in the place of the profile's.
    public var t2: TimeSpan?
    /// T4, in the place of the profile's.
    public var t4: TimeSpan?
    /// Whether a trace that is cut or has losses may be clean.
    public var allowsIncomplete: Bool?
    /// Whether a trace without SIP, and an expectation that nothing matches, may be clean.
    public var allowsEmpty: Bool?

    /// Says nothing.
    public init() {}

    /// These settings where they say something, else the others.
    public func over(_ general: CheckSettings) -> CheckSettings {
        var result = self
        result.select = select ?? general.select
        result.ignore = general.ignore + ignore.filter { !general.ignore.contains($0) }
        result.severities = general.severities.merging(severities) { $1 }
        result.failOn = failOn ?? general.failOn
        result.language = language ?? general.language
        result.legHeaders = general.legHeaders + legHeaders.filter { !general.legHeaders.contains($0) }
        result.profile = profile ?? general.profile
        result.t1 = t1 ?? general.t1
        result.t2 = t2 ?? general.t2
        result.t4 = t4 ?? general.t4
        result.allowsIncomplete = allowsIncomplete ?? general.allowsIncomplete
        result.allowsEmpty = allowsEmpty ?? general.allowsEmpty
        return result
    }

    /// The timers: each as it was said, else the profile's.
    public var timers: TimerValues {
        var timers = (profile ?? .rfc3261).timers
        if let t1 { timers.t1 = t1 }
        if let t2 { timers.t2 = t2 }
        if let t4 { timers.t4 = t4 }
        return timers
    }
}
