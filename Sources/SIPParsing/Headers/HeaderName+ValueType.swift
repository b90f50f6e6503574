/// Which type reads which header field.
extension HeaderName {
    /// The type that reads the values of this header field; nil where they are only there as text.
    ///
    /// The table in the documentation of ``HeaderName`` says the same, and a test holds it to that.
    public var valueType: Any.Type? {
        switch self {
        case .from, .to, .route, .recordRoute, .path, .serviceRoute, .replyTo, .referredBy, .pAssertedIdentity,
            .pPreferredIdentity, .pAssociatedURI, .pCalledPartyID, .pServedUser, .pProfileKey, .pChargeInfo,
            .pDCSTracePartyID, .pRefusedURIList, .permissionMissing, .remotePartyID:
            NameAddress.self
        case .contact: ContactList.self
        case .referTo: ReferTo.self
        case .diversion: Diversion.self
        case .historyInfo: HistoryInfo.self
        case .replaces, .join, .targetDialog: Replaces.self
        case .via: Via.self
        case .callID, .inReplyTo, .xCallID, .xCID: CallID.self
        case .cSeq, .contentLength: Message.self
        case .rAck: RAck.self
        case .event: EventHeader.self
        case .subscriptionState: SubscriptionState.self
        case .referSub: ReferSub.self
        case .reason: ReasonHeader.self
        case .warning: WarningHeader.self
        case .retryAfter: RetryAfter.self
        case .sessionExpires: SessionExpires.self
        case .expires, .minExpires, .minSE, .maxForwards, .maxBreadth, .rSeq, .flowTimer: HeaderNumber.self
        case .date: SIPDate.self
        case .timestamp: TimestampHeader.self
        case .wwwAuthenticate, .proxyAuthenticate: Challenge.self
        case .authorization, .proxyAuthorization: Credentials.self
        case .authenticationInfo: AuthenticationInfo.self
        case .securityClient, .securityServer, .securityVerify: SecurityMechanism.self
        case .identity: Identity.self
        case .privacy: Privacy.self
        case .priority: Priority.self
        case .resourcePriority, .acceptResourcePriority: ResourcePriority.self
        case .sessionID: SessionID.self
        case .userToUser: UserToUser.self
        case .server, .userAgent: Software.self
        case .contentType, .accept: MediaType.self
        case .contentDisposition: ContentDisposition.self
        case .geolocationError, .alertMsgError: ErrorCode.self
        case .pChargingVector: ChargingVector.self
        case .callInfo, .alertInfo, .errorInfo: CallInfo.self
        case .geolocation, .identityInfo, .referEventsAt, .policyContact, .policyID, .triggerConsent, .pUserDatabase,
            .contentID:
            URIWithParameters.self
        case .require, .supported, .unsupported, .proxyRequire, .allowEvents, .contentEncoding, .contentLanguage,
            .requestDisposition, .pEarlyMedia:
            OptionTags.self
        case .allow, .pAssertedService, .pPreferredService, .pMediaAuthorization: TokenList.self
        case .acceptContact, .rejectContact, .featureCaps, .acceptEncoding, .acceptLanguage, .infoPackage, .recvInfo,
            .answerMode, .privAnswerMode, .pAnswerState, .geolocationRouting, .pAccessNetworkInfo,
            .cellularNetworkInfo, .pVisitedNetworkID, .pPrivateNetworkIndication, .pDCSBillingInfo, .pDCSLAES,
            .pDCSRedirect:
            TokenWithParameters.self
        case .pChargingFunctionAddresses, .pRTPStat, .xRTPStat: ParameterList.self
        case .sipETag, .sipIfMatch, .suppressIfMatch, .mimeVersion, .pDCSOSPS: HeaderToken.self
        case .subject, .organization: HeaderText.self
        case .additionalIdentity, .alertMessage, .attestationInfo, .dcInfo, .encryption, .hide, .originationId,
            .pChargeNumber, .priorityShare, .priorityVerstat, .reasonPhrase, .relayedCharge, .resourceShare,
            .responseKey, .responseSource, .restorationInfo, .serviceInteractInfo, .session, .other:
            nil
        }
    }
}
