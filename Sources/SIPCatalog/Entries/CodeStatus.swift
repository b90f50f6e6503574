/// Where a code stands in the IANA registry of SIP response codes.
public enum CodeStatus: String, CaseIterable, Sendable {
    /// Registered and in use.
    case registered
    /// Registered, and withdrawn for most of what it was made for.
    case deprecated
    /// Met in the field, defined by no RFC in force.
    case unregistered
    /// A registered code with a second, agreed meaning that other signs in the message announce.
    case profile
    /// Not in the catalog: the text is that of its class.
    case unknown
}
