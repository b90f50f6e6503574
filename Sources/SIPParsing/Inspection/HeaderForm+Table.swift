/// The grammar of each header field: RFC 3261 section 25.1, and the RFC that defines an extension.
extension HeaderForm {
    /// Numbers of 32 bits.
    private static let wide: UInt64 = 0xFFFF_FFFF

    /// The form of a header field's values.
    init(_ name: HeaderName) {
        self =
            switch name {
            // Addresses
            case .from, .to: HeaderForm(.address, .core)
            case .replyTo, .referTo, .referredBy: HeaderForm(.address, .single)
            case .contact: HeaderForm(.contact, .list, .contact)
            case .pAssertedIdentity, .pPreferredIdentity, .permissionMissing: HeaderForm(.address, .list)
            case .route, .recordRoute, .path, .serviceRoute, .historyInfo, .diversion, .remotePartyID:
                HeaderForm(.nameAddress, .list)
            case .pAssociatedURI: HeaderForm(.nameAddress, .optionalList)
            case .pCalledPartyID, .pServedUser: HeaderForm(.nameAddress, .single)
            case .pChargeInfo: HeaderForm(.address, .single)
            case .alertInfo, .callInfo, .errorInfo, .geolocation, .identityInfo: HeaderForm(.bracketedURI, .list)
            case .referEventsAt: HeaderForm(.bracketedURI, .single)
            case .pAssertedService, .pPreferredService: HeaderForm(.uri, .list)
            case .via: HeaderForm(.via, .list, .via)
            // Dialogs and transactions
            case .callID: HeaderForm(.callID, .core)
            case .inReplyTo: HeaderForm(.callID, .list)
            case .replaces, .join, .targetDialog: HeaderForm(.dialog, .single)
            case .rAck: HeaderForm(.rAck, .single)
            // Numbers and times
            case .cSeq, .contentLength: HeaderForm(.text, .core)
            case .maxForwards: HeaderForm(.number(255), .single)
            case .expires, .minExpires, .rSeq, .flowTimer, .maxBreadth: HeaderForm(.number(Self.wide), .single)
            case .sessionExpires, .minSE: HeaderForm(.seconds, .single)
            case .retryAfter: HeaderForm(.retryAfter, .single, .retryAfter)
            case .mimeVersion: HeaderForm(.decimal, .single)
            case .timestamp: HeaderForm(.timestamp, .single)
            case .date: HeaderForm(.date, .single)
            // Tokens
            case .require, .proxyRequire, .unsupported, .allowEvents, .contentEncoding, .contentLanguage,
                .requestDisposition, .resourcePriority:
                HeaderForm(.token, .list)
            case .supported, .allow, .acceptResourcePriority, .pEarlyMedia: HeaderForm(.token, .optionalList)
            case .priority, .sipETag, .sipIfMatch, .suppressIfMatch, .geolocationRouting: HeaderForm(.token, .single)
            case .contentDisposition, .event, .answerMode, .privAnswerMode, .infoPackage, .referSub, .sessionID,
                .privacy,
                .alertMsgError:
                HeaderForm(.tokenWithParameters, .single)
            case .subscriptionState: HeaderForm(.tokenWithParameters, .single, .subscription)
            case .reason: HeaderForm(.tokenWithParameters, .list, .reason)
            case .acceptContact, .rejectContact, .featureCaps, .geolocationError, .pAccessNetworkInfo,
                .pVisitedNetworkID, .securityClient, .securityServer, .securityVerify, .userToUser:
                HeaderForm(.tokenWithParameters, .list)
            case .recvInfo: HeaderForm(.tokenWithParameters, .optionalList)
            case .acceptEncoding, .acceptLanguage: HeaderForm(.tokenWithParameters, .optionalList, .weighted)
            case .pChargingVector: HeaderForm(.parameters, .single)
            case .pChargingFunctionAddresses: HeaderForm(.parameters, .list)
            // Others
            case .contentType: HeaderForm(.mediaType, .single)
            case .accept: HeaderForm(.mediaType, .optionalList, .weighted)
            case .warning: HeaderForm(.warning, .list)
            case .authorization, .proxyAuthorization, .wwwAuthenticate, .proxyAuthenticate:
                HeaderForm(.authentication, .separate)
            case .authenticationInfo: HeaderForm(.authenticationInfo, .separate)
            case .server, .userAgent: HeaderForm(.products, .single)
            case .subject, .organization, .contentID: HeaderForm(.text, .single)
            case .identity, .triggerConsent, .other, .additionalIdentity, .alertMessage, .attestationInfo,
                .cellularNetworkInfo, .dcInfo, .encryption, .hide, .originationId, .pAnswerState, .pChargeNumber,
                .pDCSBillingInfo, .pDCSLAES, .pDCSOSPS, .pDCSRedirect, .pDCSTracePartyID, .pMediaAuthorization,
                .pPrivateNetworkIndication, .pProfileKey, .pRefusedURIList, .pRTPStat, .pUserDatabase, .policyContact,
                .policyID, .priorityShare, .priorityVerstat, .reasonPhrase, .relayedCharge, .resourceShare,
                .responseKey, .responseSource, .restorationInfo, .serviceInteractInfo, .session, .xCallID, .xCID,
                .xRTPStat:
                HeaderForm(.text, .separate)
            }
    }
}
