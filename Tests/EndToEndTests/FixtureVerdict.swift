/// What a correct analysis says of a fixture, from what its scenario does and not from what the program prints.
struct FixtureVerdict: Sendable, CustomStringConvertible {
    /// A call: its outcome, its final status, the rules with a finding in it, how many Call-IDs it has.
    struct Call: Sendable {
        var outcome: String
        var status: Int?
        var rules: [String] = []
        var callIDs = 1
    }

    /// A transfer.
    struct Transfer: Sendable, Equatable {
        var kind = "blind"
        var responseStatus: Int
        var finalStatus: Int?
        var outcome: String
    }

    /// Which fixture.
    let fixture: String
    /// How many SIP messages it has.
    let messages: Int
    /// Its calls, in order.
    var calls: [Call] = []
    /// The transfer in it.
    var transfer: Transfer?
    /// For each redirect in it, whether it was followed.
    var redirects: [Bool] = []
    /// How many messages were sent again.
    var retransmissions = 0
    /// What there is outside of calls: `METHOD outcome status`.
    var others: [String] = []
    /// The rules with a finding there.
    var otherRules: [String] = []

    /// Its name.
    var description: String { fixture }

    /// A fixture with one call.
    static func call(
        _ fixture: String, _ messages: Int, _ outcome: String, _ status: Int?, _ rules: String...,
        retransmissions: Int = 0, others: [String] = []
    ) -> FixtureVerdict {
        FixtureVerdict(
            fixture: "call/\(fixture)", messages: messages,
            calls: [Call(outcome: outcome, status: status, rules: rules)], retransmissions: retransmissions,
            others: others)
    }

    /// A fixture with one call and redirects.
    static func redirect(
        _ fixture: String, _ messages: Int, _ outcome: String, _ status: Int?, followed: [Bool], _ rules: String...,
        callIDs: Int = 1, others: [String] = []
    ) -> FixtureVerdict {
        FixtureVerdict(
            fixture: "redirect/\(fixture)", messages: messages,
            calls: [Call(outcome: outcome, status: status, rules: rules, callIDs: callIDs)], redirects: followed,
            others: others)
    }

    /// A fixture with one answered call, blind transfer included.
    static func transfer(
        _ fixture: String, _ messages: Int, _ response: Int, _ final: Int?, _ outcome: String, _ rules: String...,
        callIDs: Int = 1, others: [String] = []
    ) -> FixtureVerdict {
        FixtureVerdict(
            fixture: "transfer/\(fixture)", messages: messages,
            calls: [Call(outcome: "answered", status: 200, rules: rules, callIDs: callIDs)],
            transfer: Transfer(responseStatus: response, finalStatus: final, outcome: outcome), others: others)
    }
}
