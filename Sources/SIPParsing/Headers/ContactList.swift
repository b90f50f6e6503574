/// The values of a message's Contact header fields (RFC 3261 section 20.10).
public enum ContactList: Sendable, Hashable {
    /// `*`: in REGISTER, all bindings.
    case wildcard
    /// The addresses, in their order.
    case addresses([NameAddress])

    /// Reads one value; nil when it holds neither `*` nor an address.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        self.init(bytes, [value])
    }

    /// Reads the values of all Contact header fields of a message; nil when they hold neither `*` nor an address.
    public init?(_ bytes: Span<UInt8>, _ values: [ByteRange]) {
        var addresses: [NameAddress] = []
        for value in values {
            guard let range = bytes.trimmedBounds(value) else { continue }
            if range.count == 1, bytes[range.lowerBound] == ASCII.asterisk {
                self = .wildcard
                return
            }
            addresses += NameAddress.list(bytes, value)
        }
        guard !addresses.isEmpty else { return nil }
        self = .addresses(addresses)
    }

    /// The addresses; none for the wildcard.
    public var addresses: [NameAddress] {
        if case .addresses(let addresses) = self { addresses } else { [] }
    }
}
