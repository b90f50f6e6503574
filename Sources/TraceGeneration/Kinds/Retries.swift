extension ExchangeKind {
    /// Calls tried again, unchanged, after a response that forbids it.
    static let retries: [ExchangeKind] = [
        retry("retry-after-603", 603, .declined, "retry/after-global-failure", afterRinging: true),
        retry("retry-after-403", 403, .forbidden, "retry/after-forbidden"),
    ]

    private static func retry(
        _ name: String, _ status: Int, _ outcome: CallOutcome, _ rule: String, afterRinging: Bool = false
    ) -> ExchangeKind {
        ExchangeKind(name, weight: 3, "INVITE again after \(status)", .call(outcome, rule)) { script in
            for wait in [Delay.machine, .person] {
                let invite = script.invite(after: wait)
                script.trying(invite)
                if afterRinging { script.progress(invite) }
                script.reject(invite, status, after: afterRinging ? .ring : .network)
            }
        }
    }
}
