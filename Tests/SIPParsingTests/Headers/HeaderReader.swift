import SIPParsing
import Testing

/// One of the ways to read a header field's value, for tests that try all of them on the same bytes.
struct HeaderReader: Sendable, CustomTestStringConvertible {
    /// The type that reads.
    let type: Any.Type
    /// How many values it finds: of a type that reads a single one, none or one.
    let count: @Sendable (Span<UInt8>, ByteRange) -> Int

    var testDescription: String { "\(type)" }

    /// All types that a header field name may point to, and SIPURI.
    static let all: [HeaderReader] =
        lists + singles + [
            HeaderReader(type: HeaderNumber.self) { HeaderNumber.parse($0, $1) == nil ? 0 : 1 },
            HeaderReader(type: HeaderToken.self) { HeaderToken.parse($0, $1) == nil ? 0 : 1 },
            HeaderReader(type: HeaderText.self) { HeaderText.parse($0, $1) == nil ? 0 : 1 },
            HeaderReader(type: ReferSub.self) { ReferSub.parse($0, $1) == nil ? 0 : 1 },
        ]

    private static let lists: [HeaderReader] = [
        HeaderReader(type: NameAddress.self) { NameAddress.list($0, $1).count },
        HeaderReader(type: ContactList.self) { ContactList($0, $1)?.addresses.count ?? 0 },
        HeaderReader(type: Diversion.self) { Diversion.list($0, $1).count },
        HeaderReader(type: HistoryInfo.self) { HistoryInfo.list($0, $1).count },
        HeaderReader(type: Via.self) { Via.list($0, $1).count },
        HeaderReader(type: CallID.self) { CallID.list($0, $1).count },
        HeaderReader(type: ReasonHeader.self) { ReasonHeader.list($0, $1).count },
        HeaderReader(type: WarningHeader.self) { WarningHeader.list($0, $1).count },
        HeaderReader(type: CallInfo.self) { CallInfo.list($0, $1).count },
        HeaderReader(type: URIWithParameters.self) { URIWithParameters.list($0, $1).count },
        HeaderReader(type: TokenWithParameters.self) { TokenWithParameters.list($0, $1).count },
        HeaderReader(type: TokenList.self) { TokenList($0, $1)?.tokens.count ?? 0 },
        HeaderReader(type: OptionTags.self) { OptionTags($0, $1)?.tags.count ?? 0 },
        HeaderReader(type: MediaType.self) { MediaType.list($0, $1).count },
        HeaderReader(type: UserToUser.self) { UserToUser.list($0, $1).map(\.bytes).count },
        HeaderReader(type: SecurityMechanism.self) { SecurityMechanism.list($0, $1).count },
        HeaderReader(type: ResourcePriority.self) { ResourcePriority.list($0, $1).count },
        HeaderReader(type: Software.self) { Software($0, $1)?.parts.count ?? 0 },
        HeaderReader(type: Privacy.self) { Privacy($0, $1)?.kinds.count ?? 0 },
        HeaderReader(type: ParameterList.self) { ParameterList($0, $1)?.parameters.count ?? 0 },
    ]

    private static let singles: [HeaderReader] = [
        HeaderReader(type: SIPURI.self) { SIPURI($0, $1).map { $0.isEquivalent(to: $0) } == nil ? 0 : 1 },
        HeaderReader(type: TelephoneNumber.self) { SIPURI($0, $1)?.telephoneNumber == nil ? 0 : 1 },
        HeaderReader(type: ReferTo.self) { ReferTo($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: Replaces.self) { Replaces($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: RAck.self) { RAck($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: EventHeader.self) { EventHeader($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: SubscriptionState.self) { SubscriptionState($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: RetryAfter.self) { RetryAfter($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: SessionExpires.self) { SessionExpires($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: SIPDate.self) { SIPDate($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: TimestampHeader.self) { TimestampHeader($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: Challenge.self) { Challenge($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: Credentials.self) { Credentials($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: AuthenticationInfo.self) { AuthenticationInfo($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: Identity.self) { Identity($0, $1).map { ($0.header, $0.payload) } == nil ? 0 : 1 },
        HeaderReader(type: Priority.self) { Priority($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: SessionID.self) { SessionID($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: ContentDisposition.self) { ContentDisposition($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: ErrorCode.self) { ErrorCode($0, $1) == nil ? 0 : 1 },
        HeaderReader(type: ChargingVector.self) { ChargingVector($0, $1) == nil ? 0 : 1 },
    ]
}
