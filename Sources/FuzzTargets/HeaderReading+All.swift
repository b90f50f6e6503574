import SIPParsing

/// The one place that names all types of header field values.
extension HeaderReading {
    static let all: [HeaderReading] = [
        HeaderReading(
            "NameAddress",
            [
                .from, .to, .route, .recordRoute, .path, .serviceRoute, .replyTo, .referredBy, .pAssertedIdentity,
                .pPreferredIdentity, .remotePartyID, .diversion, .historyInfo,
            ],
            { NameAddress.list($0, $1) }, HeaderInvariants.addresses),
        HeaderReading(
            "ContactList", [.contact], { ContactList($0, $1) },
            { contacts, violations in
                HeaderInvariants.addresses(contacts?.addresses ?? [], &violations)
            }),
        HeaderReading("ReferTo", [.referTo], { ReferTo($0, $1) }, HeaderInvariants.referTo),
        HeaderReading(
            "Replaces", [.replaces, .join, .targetDialog], { Replaces($0, $1) },
            { replaces, violations in
                violations.expect(replaces?.callID.isEmpty != true, "a dialog without Call-ID")
            }),
        HeaderReading("Via", [.via], { Via.list($0, $1) }, HeaderInvariants.hops),
        HeaderReading(
            "EventHeader", [.event], { EventHeader($0, $1) },
            { event, violations in
                HeaderInvariants.parameters(event?.parameters ?? [], &violations)
                violations.expect(event?.package.isEmpty != true, "an event without package")
            }),
        HeaderReading(
            "SubscriptionState", [.subscriptionState], { SubscriptionState($0, $1) },
            { state, violations in
                violations.expect((state?.expires ?? 0) >= 0 && (state?.retryAfter ?? 0) >= 0, "less than no seconds")
            }),
        HeaderReading(
            "ReasonHeader", [.reason], { ReasonHeader.list($0, $1) },
            { reasons, violations in
                HeaderInvariants.list(reasons, &violations)
                for reason in reasons { HeaderInvariants.parameters(reason.parameters, &violations) }
            }),
        HeaderReading(
            "WarningHeader", [.warning], { WarningHeader.list($0, $1) },
            { warnings, violations in
                HeaderInvariants.list(warnings, &violations)
                violations.expect(warnings.allSatisfy { (0...999).contains($0.code) }, "a warning code of four digits")
            }),
        HeaderReading(
            "RetryAfter", [.retryAfter], { RetryAfter($0, $1) },
            { retry, violations in
                violations.expect((retry?.seconds ?? 0) >= 0 && (retry?.duration ?? 0) >= 0, "less than no seconds")
            }),
        HeaderReading(
            "CallInfo", [.callInfo, .alertInfo, .errorInfo], { CallInfo.list($0, $1) },
            { infos, violations in
                HeaderInvariants.list(infos, &violations)
                for info in infos { HeaderInvariants.parameters(info.parameters, &violations) }
            }),
        HeaderReading("Challenge", [.wwwAuthenticate, .proxyAuthenticate], { Challenge($0, $1) }),
        HeaderReading("Credentials", [.authorization, .proxyAuthorization], { Credentials($0, $1) }),
        HeaderReading(
            "OptionTags", [.require, .supported, .unsupported, .proxyRequire, .allowEvents], { OptionTags($0, $1) },
            { tags, violations in
                HeaderInvariants.list(tags?.tags ?? [], &violations)
                violations.expect(tags?.tags.allSatisfy { !$0.isEmpty } != false, "an empty option tag")
            }),
        HeaderReading(
            "MediaType", [.contentType], { MediaType($0, $1) },
            { type, violations in
                HeaderInvariants.parameters(type?.parameters ?? [], &violations)
                violations.expect(type?.type.isEmpty != true && type?.subtype.isEmpty != true, "half a media type")
            }),
        HeaderReading(
            "HeaderNumber", [.expires, .minExpires, .maxForwards, .minSE, .sessionExpires, .rSeq],
            { HeaderNumber.parse($0, $1) }),
        HeaderReading("ReferSub", [.referSub], { ReferSub.parse($0, $1) }),
    ]
}
