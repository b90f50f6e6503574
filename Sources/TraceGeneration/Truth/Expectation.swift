/// What an analyzer should say of every exchange of a kind.
public struct Expectation: Sendable {
    /// How its calls end; nil for an exchange that is no call.
    public var call: CallOutcome?
    /// How many calls it has; a referred call is a part of the one transferred, a consultation call is one of its own.
    public var calls: Int
    /// How its transfer ends; nil without a transfer.
    public var transfer: TransferOutcome?
    /// The rules that report exactly one finding each.
    public var findings: [String]

    init(call: CallOutcome? = nil, calls: Int = 1, transfer: TransferOutcome? = nil, findings: [String] = []) {
        self.call = call
        self.calls = call == nil ? 0 : calls
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
