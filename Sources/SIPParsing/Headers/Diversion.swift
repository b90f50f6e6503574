/// Who a call was diverted from, and why (Diversion, RFC 5806 section 4).
public struct Diversion: Sendable, Hashable {
    /// The address that diverted the call.
    public let address: NameAddress
    /// Why, in lower case: `user-busy`, `no-answer`, `unconditional` and so on.
    public let reason: String?
    /// How often the call was diverted; it counts as once where it is not said (section 9.2.4).
    public let counter: Int?
    /// How often the call may be diverted.
    public let limit: Int?
    /// What must not be shown, in lower case: `full`, `name`, `uri`, `off`.
    public let privacy: String?
    /// Whether a network has checked the address: `yes` or `no`, in lower case.
    public let screen: String?

    /// Reads one value; nil without an address.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let address = NameAddress(bytes, value) else { return nil }
        self.address = address
        reason = address.parameter("reason").map(ASCII.lowercased)
        counter = address.parameters.number("counter")
        limit = address.parameters.number("limit")
        privacy = address.parameter("privacy").map(ASCII.lowercased)
        screen = address.parameter("screen").map(ASCII.lowercased)
    }

    /// All diversions of a comma-separated value, the latest first; those without an address are left out.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [Diversion] {
        bytes.list(value) { Diversion(bytes, $0) }
    }
}
