import SIPFindings

/// A finding with what the gate makes of it.
public struct CheckedFinding: Sendable {
    /// How the gate takes a finding.
    public enum Standing: Sendable, Equatable {
        /// It counts.
        case new
        /// The expectations require it.
        case expected
        /// The baseline knows it.
        case known
        /// A suppression covers it, for this reason.
        case suppressed(reason: String)
    }

    /// The finding; its severity is the one that the configuration gives it.
    public var finding: Finding
    /// What tells it from the other findings of the trace, and knows it again in a new recording.
    public var fingerprint: Fingerprint
    /// How the gate takes it.
    public var standing: Standing
    /// Whether it fails the check.
    public var fails: Bool

    /// Makes a checked finding.
    public init(_ finding: Finding, _ fingerprint: Fingerprint, _ standing: Standing, fails: Bool) {
        self.finding = finding
        self.fingerprint = fingerprint
        self.standing = standing
        self.fails = fails
    }
}

/// What a finding is known again by when the trace is recorded anew: nothing in it changes with Call-IDs, tags, branches,
/// times or ports.
public struct Fingerprint: Sendable, Hashable, Comparable {
    /// The rule's name.
    public var rule: String
    /// The method of the message that shows it first; empty where none does.
    public var method: String
    /// The status code that it is about; 0 without one.
    public var code: Int
    /// Who sent that message: `caller`, `callee`, or the place of its address in the exchange, as in `party3`.
    public var role: String
    /// Its place among the findings of the trace that agree in all of the above, from 1.
    public var ordinal: Int

    /// Makes a fingerprint.
    public init(rule: String, method: String, code: Int, role: String, ordinal: Int) {
        self.rule = rule
        self.method = method
        self.code = code
        self.role = role
        self.ordinal = ordinal
    }

    /// All its parts in a line: `transfer/failed NOTIFY 603 callee 1`.
    public var text: String { "\(rule) \(method.isEmpty ? "-" : method) \(code) \(role) \(ordinal)" }

    /// A hash of its parts, and of what else is to tell it from others: 16 hexadecimal digits that stay the same from run
    /// to run (64-bit FNV-1a).
    public func digest(with more: String = "") -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(text)\n\(more)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Orders by its parts, the rule first.
    public static func < (left: Fingerprint, right: Fingerprint) -> Bool {
        (left.rule, left.method, left.code, left.role, left.ordinal)
            < (right.rule, right.method, right.code, right.role, right.ordinal)
    }
}
