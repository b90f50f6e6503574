import SIPParsing

/// A Contact of a REGISTER or of its 2xx, as a binding is known by it.
public struct RegisteredContact: Sendable, Hashable {
    /// The address.
    public let address: NameAddress
    /// `+sip.instance` and `reg-id`, which together stand for the address (RFC 5626 section 6).
    private let flow: [String]?

    /// A Contact.
    public init(_ address: NameAddress) {
        self.address = address
        if let instance = address.parameter("+sip.instance"), let id = address.parameter("reg-id"), !id.isEmpty {
            flow = [instance, id]
        } else {
            flow = nil
        }
    }

    /// The seconds in `expires`; nil where it is not there or no number.
    public var expires: UInt32? {
        guard let text = address.parameter("expires"), text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        return UInt32(text)
    }

    /// Whether `expires` is there.
    public var hasExpires: Bool { address.parameter("expires") != nil }

    /// The one of a list that is about this binding: the equal one (RFC 3261 section 10.2.4), or the only one that may be.
    public func match(in listed: [RegisteredContact]) -> RegisteredContact? {
        if let equal = listed.first(where: { isEqual(to: $0) }) { return equal }
        let similar = listed.filter { isSameBinding(as: $0) }
        return similar.count == 1 ? similar[0] : nil
    }

    private func isEqual(to other: RegisteredContact) -> Bool {
        if let flow, flow == other.flow { return true }
        return address.uri.text == other.address.uri.text || address.uri.isEquivalent(to: other.address.uri)
    }

    /// Whether both may be about one binding. Registrars write addresses their own way, with a port or parameters that
    /// were not there: user and host decide, and the port unless it is the usual one.
    public func isSameBinding(as other: RegisteredContact) -> Bool {
        if isEqual(to: other) { return true }
        let (mine, theirs) = (address.uri, other.address.uri)
        guard !mine.host.isEmpty, mine.scheme == theirs.scheme, mine.user == theirs.user else { return false }
        let usual: UInt16 = mine.scheme == "sips" ? 5061 : 5060
        let isSameHost = mine.host == theirs.host || (mine.address != nil && mine.address == theirs.address)
        return isSameHost && mine.port ?? usual == theirs.port ?? usual
    }

    /// Hash of what the binding is known by.
    func key(seed: UInt64) -> UInt64 {
        flow.map { $0.reduce(seed) { RegistrationKey.make($1, seed: $0) } } ?? uriKey(seed: seed)
    }

    /// Hash of the URI.
    func uriKey(seed: UInt64) -> UInt64 {
        RegistrationKey.make(address.uri.text, seed: seed)
    }
}

/// Hashes by which addresses-of-record are found.
enum RegistrationKey {
    static func make(_ text: String, seed: UInt64) -> UInt64 {
        let bytes = Array(text.utf8)
        return bytes.span.hash(of: ByteRange(0..<bytes.count), seed: seed)
    }

    /// Of the canonical form of a URI (RFC 3261 section 10.3, step 5): without parameters, and without escapes. Without
    /// the port as well, which a proxy may add.
    static func address(_ bytes: Span<UInt8>, _ value: ByteRange, seed: UInt64) -> UInt64? {
        guard let uri = SIPURI(bytes, URIKey.uri(bytes, value)), let user = uri.user, !user.isEmpty else { return nil }
        return make(uri.host, seed: make(user, seed: seed))
    }
}
