extension ExchangeKind {
    /// Calls that get a final response of 400 or above.
    static let rejectedCalls: [ExchangeKind] = [
        rejection("declined", weight: 15, 603, .declined, afterRinging: true),
        rejection("busy", weight: 60, 486, .busy),
        rejection("unavailable", weight: 40, 480, .unavailable, afterRinging: true),
        rejection("forbidden", weight: 15, 403, .forbidden),
        rejection("not-found", weight: 25, 404, .unavailable),
        rejection("timeout", weight: 12, 408, .unavailable, afterRinging: true),
        ExchangeKind("blocked", weight: 5, "608 with Call-Info (RFC 8688)", .call(.blocked)) { script in
            let invite = script.invite([.featureCaps608])
            script.trying(invite)
            script.reject(invite, 608, [.callInfoCard])
        },
        ExchangeKind(
            "blocked-no-redress", weight: 3, "608 without Call-Info", .call(.blocked, "blocked/no-redress")
        ) { script in
            let invite = script.invite([.featureCaps608])
            script.trying(invite)
            script.reject(invite, 608)
        },
    ]

    private static func rejection(
        _ name: String, weight: Int, _ status: Int, _ outcome: CallOutcome, afterRinging: Bool = false
    ) -> ExchangeKind {
        let summary = "\(status) \(ReasonPhrase.of(status))" + (afterRinging ? " after ringing" : "")
        return ExchangeKind(name, weight: weight, summary, .call(outcome)) { script in
            let invite = script.invite()
            script.trying(invite)
            if afterRinging { script.progress(invite) }
            script.reject(invite, status, after: afterRinging ? .ring : .network)
        }
    }
}
