extension Rule {
    /// All rules, by name.
    public static let all: [Rule] =
        [
            ackRules, authRules, blockedRules, cancelRules, dialogRules, expiryRules, forkRules, historyRules,
            identityRules, infoRules, inviteRules, messageRules, offerRules, optionsRules, prackRules, publishRules,
            redirectRules, registrationRules, replacesRules, requestRules, responseRules, retryRules, sessionRules,
            subscriptionRules, timerRules, transactionRules, transferRules, transportRules,
        ]
        .flatMap { $0 }.sorted { $0.name < $1.name }

    /// ACK.
    private static let ackRules: [Rule] = [
        ackAnswered, ackMissingAnswer, ackNotReceived, ackWrongRequestURI, ackWrongSequence, missingAckForFailure,
    ]
    /// Challenges and credentials.
    private static let authRules: [Rule] = [
        authLoop, authSequence, badChallenge, nonceCount, staleLoop, uriMismatch,
    ]
    /// Calls that the network or the called user rejects.
    private static let blockedRules: [Rule] = [
        blockedNoRedress, incomplete603, reasonStripped,
    ]
    /// CANCEL.
    private static let cancelRules: [Rule] = [
        cancelBeforeProvisional, cancelChallenged, cancelMismatch, cancelNoFinal, cancelUnknown, crossingAnswerKept,
    ]
    /// Dialogs and the requests in them.
    private static let dialogRules: [Rule] = [
        earlyBye, lostState, missingContact, missingRoute, missingToTag, recordRouteNotCopied, sequenceNotIncreased,
        toTagChanged, wrongRequestURI,
    ]
    /// Intervals that servers refuse.
    private static let expiryRules: [Rule] = [
        needless423
    ]
    /// INVITEs that reach several devices.
    private static let forkRules: [Rule] = [
        answerAfterGlobalFailure, branchNotCancelled, extraAnswerKept,
    ]
    /// Where a call has been.
    private static let historyRules: [Rule] = [
        historyBrokenIndex, historyDiversionConflict,
    ]
    /// Signed caller identity.
    private static let identityRules: [Rule] = [
        identityLost, identityNumberMismatch, identityStale, passportLeaked,
    ]
    /// INFO.
    private static let infoRules: [Rule] = [
        infoOutsideDialog
    ]
    /// Setting up calls.
    private static let inviteRules: [Rule] = [
        missingAck, noResponse,
    ]
    /// What every message must have, and the method MESSAGE.
    private static let messageRules: [Rule] = [
        messageMissingHeader, messageMissingMaxForwards, messageTooLarge, messageWithContact,
    ]
    /// Session descriptions.
    private static let offerRules: [Rule] = [
        earlyAnswerDiffers, glareNotResolved, mediaMismatch, noAnswer, overlapWithoutRetryAfter, overlappingInvite,
        pendingWithoutGlare,
    ]
    /// OPTIONS as a ping.
    private static let optionsRules: [Rule] = [
        optionsOutage
    ]
    /// Reliable provisional responses.
    private static let prackRules: [Rule] = [
        answerBeforePrack, incompleteReliable, missingPrack, prackNotNegotiated, prackSequenceOrder, wrongRAck,
    ]
    /// PUBLISH.
    private static let publishRules: [Rule] = [
        publishIncompleteResponse, publishOldETag,
    ]
    /// 3xx responses.
    private static let redirectRules: [Rule] = [
        redirectLoop, redirectNotFollowed, redirectTriedTwice,
    ]
    /// REGISTER and the bindings it makes.
    private static let registrationRules: [Rule] = [
        registrationBadWildcard, registrationContactMissing, registrationExpired, registrationExpiresRaised,
        registrationFlapping, registrationGlobalFailure, registrationLateRefresh, registrationPrivateContact,
    ]
    /// Replaces and Join.
    private static let replacesRules: [Rule] = [
        oldDialogKept, replacesMisplaced, tagsSwapped,
    ]
    /// Requests other than INVITE.
    private static let requestRules: [Rule] = [
        requestNoResponse
    ]
    /// What responses must carry.
    private static let responseRules: [Rule] = [
        responseMissingHeader
    ]
    /// Requests that should not have been sent again.
    private static let retryRules: [Rule] = [
        beforeRetryAfter, retryAfterForbidden, retryAfterGlobalFailure, retryUnchanged,
    ]
    /// Session timers.
    private static let sessionRules: [Rule] = [
        sessionExpired, sessionNoMinimum, sessionNoRefresher, sessionNotRefreshed, sessionRaised, sessionRetryTooSmall,
        sessionSmallMinimum,
    ]
    /// SUBSCRIBE and NOTIFY.
    private static let subscriptionRules: [Rule] = [
        eventMismatch, missingStateExpires, repeatedAfterEnd, subscriptionBadExpires, subscriptionDeprecated202,
        subscriptionIncompleteNotify, subscriptionLostState, subscriptionNoFinalNotify, subscriptionNoNotify,
        unsolicitedNotify,
    ]
    /// Retransmissions.
    private static let timerRules: [Rule] = [
        overReliable, responseNotReceived, tooFast,
    ]
    /// Requests and their responses on one hop.
    private static let transactionRules: [Rule] = [
        branchReused, earlyTrying, noMagicCookie, orphanResponse, provisionalToOther, responseAltered, secondFinal,
        timeoutToOther,
    ]
    /// REFER and what comes of it.
    private static let transferRules: [Rule] = [
        badExplicitSubscription, badSipfrag, hungUpEarly, missingReplaces, neverTerminated, noFinalNotify, noNotify,
        notifyAfterEnd, notifyRefused, referToCount, refreshedByRefer, resultConflict, transferDeprecated202,
        transferFailed, transferIncompleteNotify, transferRefused, unwantedNotify, wrongEventID, wrongTerminationReason,
    ]
    /// What carries messages, and where to.
    private static let transportRules: [Rule] = [
        halfRewrittenAddress, largeUDPRequest, misdirectedResponse, missingContentLength,
    ]
}
