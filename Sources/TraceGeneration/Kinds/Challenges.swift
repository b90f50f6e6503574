extension ExchangeKind {
    /// Requests that get 401 or 407 (RFC 3261 section 22).
    static let challenges: [ExchangeKind] = [
        challengedCall("challenged-401", weight: 30, isProxy: false),
        challengedCall("challenged-407", weight: 80, isProxy: true),
        ExchangeKind(
            "register", weight: 120, "REGISTER, 401, REGISTER with credentials, 200", .noCall, needs: .agentFirst
        ) { script in
            script.challengedRegister(round: 0)
            let register = script.register(round: 1)
            script.respond(to: register, 200, [.contactWithExpires(3600)])
        },
        ExchangeKind(
            "wrong-password", weight: 4, "INVITE, 401 to each set of credentials", .call(.unauthorized, "auth/loop")
        ) { script in
            for round in 0..<wrongPasswordRounds {
                let invite = script.invite(credentials(isProxy: false, round: round, uri: .record(.bob)))
                script.reject(invite, 401, [.challenge(isProxy: false, round: round + 1)])
            }
            script.silence(pastDeadline)
        },
        ExchangeKind(
            "register-wrong-password", weight: 3, "REGISTER, 401 to each set of credentials",
            Expectation(findings: ["auth/loop"]), needs: .agentFirst
        ) { script in
            for round in 0..<wrongPasswordRounds { script.challengedRegister(round: round) }
            script.silence(pastDeadline)
        },
    ]

    private static let wrongPasswordRounds = 5

    private static func challengedCall(_ name: String, weight: Int, isProxy: Bool) -> ExchangeKind {
        let status = isProxy ? 407 : 401
        return ExchangeKind(name, weight: weight, "\(status), then answered", .call(.answered)) { script in
            let first = script.invite()
            script.trying(first)
            script.reject(first, status, [.challenge(isProxy: isProxy, round: 1)])
            script.establish(credentials(isProxy: isProxy, round: 1, uri: .record(.bob)))
            script.hangUp(byCallee: true)
        }
    }

    /// The credentials for the challenge of `round`; nothing before the first challenge, which is round 1.
    fileprivate static func credentials(isProxy: Bool, round: Int, uri: SIPAddress) -> [HeaderField] {
        round == 0 ? [] : [.credentials(isProxy: isProxy, round: round, uri: uri)]
    }
}

extension Script {
    fileprivate mutating func register(round: Int) -> MessagePlan {
        addressOwnRecord()
        let fields: [HeaderField] = [.contact(.contact(.alice)), .expires(3600)]
        let credentials = ExchangeKind.credentials(isProxy: false, round: round, uri: .domain)
        return request(.register, after: .machine, to: .domain, fields + credentials)
    }

    fileprivate mutating func challengedRegister(round: Int) {
        let register = register(round: round)
        respond(to: register, 401, [.challenge(isProxy: false, round: round + 1)])
    }
}
