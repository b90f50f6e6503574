import SIPParsing

/// The one place that names all types of header field values.
extension HeaderReading {
    static let all = addresses + signalling + descriptions + forms

    /// Who and where.
    private static let addresses = [
        HeaderReading(NameAddress.self, { NameAddress.list($0, $1) }, HeaderInvariants.addresses),
        HeaderReading(ContactList.self, { ContactList($0, $1) }) {
            HeaderInvariants.addresses($0?.addresses ?? [], &$1)
        },
        HeaderReading(ReferTo.self, { ReferTo($0, $1) }, HeaderInvariants.referTo),
        HeaderReading(Diversion.self, { Diversion.list($0, $1) }) { diversions, violations in
            HeaderInvariants.addresses(diversions.map(\.address), &violations)
            HeaderInvariants.seconds(diversions.flatMap { [$0.counter, $0.limit] }, &violations)
        },
        HeaderReading(HistoryInfo.self, { HistoryInfo.list($0, $1) }, HeaderInvariants.history),
        HeaderReading(Via.self, { Via.list($0, $1) }, HeaderInvariants.hops),
        HeaderReading(CallInfo.self, { CallInfo.list($0, $1) }) {
            HeaderInvariants.list($0, \.uri, \.parameters, &$1)
        },
        HeaderReading(URIWithParameters.self, { URIWithParameters.list($0, $1) }) {
            HeaderInvariants.list($0, \.uri, \.parameters, &$1)
        },
    ]

    /// What ties messages together, and when.
    private static let signalling = [
        HeaderReading(CallID.self, { CallID.list($0, $1) }, HeaderInvariants.callIDs),
        HeaderReading(Replaces.self, { Replaces($0, $1) }) {
            $1.expect($0?.callID.isEmpty != true, "a dialog without Call-ID")
        },
        HeaderReading(SessionID.self, { SessionID($0, $1) }) {
            $1.expect($0?.local.utf8.count ?? 32 == 32 && $0?.remote?.utf8.count ?? 32 == 32, "half a Session-ID")
        },
        HeaderReading(RAck.self, { RAck($0, $1) }) {
            $1.expect($0?.methodName.isEmpty != true, "an RAck without method")
        },
        HeaderReading(EventHeader.self, { EventHeader($0, $1) }) { event, violations in
            guard let event else { return }
            HeaderInvariants.list([event], \.package, \.parameters, &violations)
        },
        HeaderReading(SubscriptionState.self, { SubscriptionState($0, $1) }) {
            HeaderInvariants.seconds([$0?.expires, $0?.retryAfter], &$1)
        },
        HeaderReading(ReferSub.self, { ReferSub.parse($0, $1) }),
        HeaderReading(ReasonHeader.self, { ReasonHeader.list($0, $1) }) {
            HeaderInvariants.list($0, \.protocolName, \.parameters, &$1)
        },
        HeaderReading(WarningHeader.self, { WarningHeader.list($0, $1) }) {
            HeaderInvariants.list($0, &$1)
            $1.expect($0.allSatisfy { (0...999).contains($0.code) }, "a warning code of four digits")
        },
        HeaderReading(RetryAfter.self, { RetryAfter($0, $1) }) {
            HeaderInvariants.seconds([$0?.seconds, $0?.duration], &$1)
        },
        HeaderReading(SessionExpires.self, { SessionExpires($0, $1) }) {
            HeaderInvariants.parameters($0?.parameters ?? [], &$1)
        },
        HeaderReading(SIPDate.self, { SIPDate($0, $1) }) {
            // From the year 0 to the year 9999.
            $1.expect((-62_167_219_200..<253_402_300_800).contains($0?.secondsSince1970 ?? 0), "a year of five digits")
        },
        HeaderReading(TimestampHeader.self, { TimestampHeader($0, $1) }) {
            let times = [$0?.time, $0?.delay].compactMap(\.self)
            $1.expect(times.allSatisfy { $0 >= 0 && $0.isFinite }, "a time before all others")
        },
    ]

    /// What is known of whom, and what comes with it.
    private static let descriptions = [
        HeaderReading(Challenge.self, { Challenge($0, $1) }),
        HeaderReading(Credentials.self, { Credentials($0, $1) }),
        HeaderReading(AuthenticationInfo.self, { AuthenticationInfo($0, $1) }),
        HeaderReading(SecurityMechanism.self, { SecurityMechanism.list($0, $1) }) { mechanisms, violations in
            HeaderInvariants.list(mechanisms, \.name, \.parameters, &violations)
            for mechanism in mechanisms { HeaderInvariants.weight(mechanism.q, &violations) }
        },
        HeaderReading(Identity.self, { Identity($0, $1) }, HeaderInvariants.identity),
        HeaderReading(Privacy.self, { Privacy($0, $1) }) { HeaderInvariants.names($0?.kinds ?? [], &$1) },
        HeaderReading(Priority.self, { Priority($0, $1) }),
        HeaderReading(ResourcePriority.self, { ResourcePriority.list($0, $1) }) {
            HeaderInvariants.names($0.map(\.namespace), &$1)
            HeaderInvariants.names($0.map(\.priority), &$1)
        },
        HeaderReading(UserToUser.self, { UserToUser.list($0, $1) }) {
            HeaderInvariants.names($0.map(\.data), &$1)
            $1.expect($0.allSatisfy { ($0.bytes?.count ?? 0) <= $0.data.utf8.count / 2 }, "more data than was sent")
        },
        HeaderReading(Software.self, { Software($0, $1) }, HeaderInvariants.software),
        HeaderReading(MediaType.self, { MediaType($0, $1) }) { type, violations in
            guard let type else { return }
            HeaderInvariants.list([type], \.type, \.parameters, &violations)
            violations.expect(!type.subtype.isEmpty, "half a media type")
        },
        HeaderReading(MediaType.self, { MediaType.list($0, $1) }) { types, violations in
            HeaderInvariants.list(types, \.name, \.parameters, &violations)
            for type in types { HeaderInvariants.weight(type.q, &violations) }
        },
        HeaderReading(ContentDisposition.self, { ContentDisposition($0, $1) }) { disposition, violations in
            guard let disposition else { return }
            HeaderInvariants.list([disposition], \.type, \.parameters, &violations)
        },
        HeaderReading(ErrorCode.self, { ErrorCode($0, $1) }) {
            $1.expect((0...999).contains($0?.code ?? 0), "an error code of four digits")
            HeaderInvariants.parameters($0?.parameters ?? [], &$1)
        },
        HeaderReading(ChargingVector.self, { ChargingVector($0, $1) }) {
            HeaderInvariants.parameters($0?.parameters ?? [], &$1)
        },
    ]

    /// Forms that many header fields share.
    private static let forms = [
        HeaderReading(HeaderNumber.self, { HeaderNumber.parse($0, $1) }),
        HeaderReading(HeaderText.self, { HeaderText.parse($0, $1) }),
        HeaderReading(HeaderToken.self, { HeaderToken.parse($0, $1) }) {
            $1.expect($0?.isEmpty != true, "an empty token")
        },
        HeaderReading(OptionTags.self, { OptionTags($0, $1) }) { HeaderInvariants.names($0?.tags ?? [], &$1) },
        HeaderReading(TokenList.self, { TokenList($0, $1) }) { HeaderInvariants.list($0?.tokens ?? [], &$1) },
        HeaderReading(TokenWithParameters.self, { TokenWithParameters.list($0, $1) }) { values, violations in
            HeaderInvariants.list(values, \.token, \.parameters, &violations)
            for value in values { HeaderInvariants.weight(value.q, &violations) }
        },
        HeaderReading(ParameterList.self, { ParameterList($0, $1) }) {
            HeaderInvariants.parameters($0?.parameters ?? [], &$1)
        },
    ]
}
