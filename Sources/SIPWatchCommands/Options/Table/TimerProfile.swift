/// A network's values of the base timers.
enum TimerProfile: String, CaseIterable, Sendable {
    /// Those of RFC 3261 section 17.1.1.1.
    case rfc3261
    /// Those of the IP multimedia subsystem for terminals (3GPP TS 24.229 table 7.7.1).
    case ims
}
