extension Rule {
    /// All rules, by name.
    public static let all: [Rule] =
        [authRules, blockedRules, inviteRules, redirectRules, retryRules, transferRules]
        .flatMap { $0 }.sorted { $0.name < $1.name }

    /// Challenges and credentials.
    private static let authRules = [authLoop]
    /// Calls that the network or the called user rejects.
    private static let blockedRules = [blockedNoRedress]
    /// Setting up calls.
    private static let inviteRules = [missingAck, noResponse]
    /// 3xx responses.
    private static let redirectRules = [redirectLoop, redirectNotFollowed]
    /// Requests that should not have been sent again.
    private static let retryRules = [retryAfterForbidden, retryAfterGlobalFailure]
    /// REFER and what comes of it.
    private static let transferRules = [transferFailed, noFinalNotify, noNotify, transferRefused]
}
