extension Rule {
    /// All rules, by name.
    public static let all: [Rule] =
        [
            ackRules, authRules, blockedRules, cancelRules, dialogRules, forkRules, inviteRules, offerRules, redirectRules,
            retryRules,
            timerRules, transactionRules, transferRules,
        ]
        .flatMap { $0 }.sorted { $0.name < $1.name }

    /// ACK.
    private static let ackRules = [
        ackAnswered, ackMissingAnswer, ackNotReceived, ackWrongRequestURI, ackWrongSequence, missingAckForFailure,
    ]
    /// Challenges and credentials.
    private static let authRules = [authLoop]
    /// Calls that the network or the called user rejects.
    private static let blockedRules = [blockedNoRedress]
    /// CANCEL.
    private static let cancelRules = [
        cancelBeforeProvisional, cancelChallenged, cancelMismatch, cancelNoFinal, cancelUnknown, crossingAnswerKept,
    ]
    /// Dialogs and the requests in them.
    private static let dialogRules = [
        earlyBye, lostState, missingContact, missingRoute, missingToTag, recordRouteNotCopied, sequenceNotIncreased,
        toTagChanged, wrongRequestURI,
    ]
    /// INVITEs that reach several devices.
    private static let forkRules = [answerAfterGlobalFailure, branchNotCancelled, extraAnswerKept]
    /// Setting up calls.
    private static let inviteRules = [missingAck, noResponse]
    /// Session descriptions.
    private static let offerRules = [earlyAnswerDiffers, mediaMismatch, noAnswer]
    /// 3xx responses.
    private static let redirectRules = [redirectLoop, redirectNotFollowed]
    /// Requests that should not have been sent again.
    private static let retryRules = [retryAfterForbidden, retryAfterGlobalFailure]
    /// Retransmissions.
    private static let timerRules = [overReliable, responseNotReceived, tooFast]
    /// Requests and their responses on one hop.
    private static let transactionRules = [
        branchReused, earlyTrying, orphanResponse, provisionalToOther, responseAltered, secondFinal, timeoutToOther,
    ]
    /// REFER and what comes of it.
    private static let transferRules = [transferFailed, noFinalNotify, noNotify, transferRefused]
}
