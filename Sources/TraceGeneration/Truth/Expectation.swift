/// What an analyzer should say of every exchange of a kind.
public struct Expectation: Sendable {
    /// How its calls end; nil for an exchange that is no call.
    public var call: CallOutcome?
    /// How many calls it has: one or none, since referred calls and consultations are parts of the one transferred.
    public var calls: Int { call == nil ? 0 : 1 }
    /// How its transfer ends; nil without a transfer.
    public var transfer: TransferOutcome?
    /// The rules that report exactly one finding each.
    public var findings: [String]

    init(call: CallOutcome? = nil, transfer: TransferOutcome? = nil, findings: [String] = []) {
        self.call = call
        self.transfer = transfer
        self.findings = findings
    }

    static let noCall = Expectation()

    static func call(_ outcome: CallOutcome, _ findings: String...) -> Expectation {
        Expectation(call: outcome, findings: findings)
    }

    static func transfer(_ outcome: TransferOutcome, _ findings: String...) -> Expectation {
        Expectation(call: .answered, transfer: outcome, findings: findings)
    }
}
