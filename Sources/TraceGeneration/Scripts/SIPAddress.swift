/// Which SIP URI stands for a party.
enum SIPAddress: Sendable, Equatable {
    /// The address of record: the user at the domain.
    case record(Role)
    /// The contact: the user at the party's own address and port.
    case contact(Role)
    /// The domain alone, as a REGISTER names its registrar (RFC 3261 section 10.2).
    case domain
}
