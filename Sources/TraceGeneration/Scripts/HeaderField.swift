/// Header fields that only some messages carry.
enum HeaderField: Sendable, Equatable {
    case accept
    case allow
    /// P-Asserted-Identity of who the request is from (RFC 3325).
    case assertedIdentity
    case callInfoCard
    case contact(SIPAddress)
    case contactWithExpires(Int)
    /// WWW-Authenticate, or Proxy-Authenticate; every round has a nonce of its own.
    case challenge(isProxy: Bool, round: Int)
    /// Authorization, or Proxy-Authorization, for the challenge of that round.
    case credentials(isProxy: Bool, round: Int, uri: SIPAddress)
    case event(String)
    case expires(Int)
    case featureCaps608
    case referredBy
    case referTo(SIPAddress)
    /// Refer-To with the Replaces of the dialog of another leg (RFC 3891).
    case referToReplacing(SIPAddress, leg: Int)
    case rack(cseq: Int)
    case reliable
    case replaces(leg: Int)
    case subscriptionState(String)
    case supported
}
