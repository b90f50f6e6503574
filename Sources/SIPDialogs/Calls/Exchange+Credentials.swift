import SIPParsing
import TraceTypes

/// Challenges and the answers to them (RFC 3261 section 22). No secret is kept: only hashes of realms and nonces,
/// counts, and a realm's name.
extension Exchange {
    mutating func noteCredentials(
        of message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ context: TrackingContext
    ) {
        var realms: [UInt64] = []
        var nonces: [NonceUse] = []
        var hasOtherURI = false
        for field in message.fields where field.name == .authorization || field.name == .proxyAuthorization {
            guard realms.count < context.limits.partsPerExchange else { break }
            let value = field.value.range
            let realm = bytes.realm(in: value)
            realms.append(bytes.hash(of: realm.map { ByteRange($0) } ?? .empty, seed: context.seed))
            if let nonce = bytes.authParameter(Self.nonceName, in: value) {
                let hash = bytes.hash(of: ByteRange(nonce), seed: context.seed)
                nonces.append(NonceUse(nonce: hash, count: bytes.nonceCount(in: value)))
            }
            if let uri = bytes.authParameter(Self.uriName, in: value), let target = message.requestURI {
                hasOtherURI = hasOtherURI || !bytes.isSameURI(ByteRange(uri), target)
            }
        }
        guard !realms.isEmpty else { return }
        transactions[index].authentication = Authentication(realms: realms, nonces: nonces, hasOtherURI: hasOtherURI)
    }

    mutating func noteChallenge(
        in message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ context: TrackingContext
    ) {
        let credentials = transactions[index].authentication
        for field in message.fields where field.name == .wwwAuthenticate || field.name == .proxyAuthenticate {
            let place = bytes.realm(in: field.value.range)
            noteLack(of: place, in: field.value, bytes, index, context)
            guard let place, let credentials,
                credentials.realms.contains(bytes.hash(of: ByteRange(place), seed: context.seed)),
                let challenge = Challenge(bytes, field.value), let realm = challenge.realm
            else { continue }
            transactions[index].authentication = Authentication(
                credentials, rejectedRealm: realm, isRejected: !challenge.stale)
            return
        }
    }

    /// Notes a Digest challenge that nobody can answer, because realm or nonce are missing (RFC 2617 section 3.2.1).
    private mutating func noteLack(
        of realm: Range<Int>?, in challenge: ByteRange, _ bytes: Span<UInt8>, _ index: TransactionIndex,
        _ context: TrackingContext
    ) {
        guard !context.header.isTruncated, bytes.hasPrefix([100, 105, 103, 101, 115, 116], in: challenge.range) else {
            return
        }
        if realm != nil, bytes.authParameter(Self.nonceName, in: challenge.range) != nil { return }
        note(
            .incompleteChallenge, transactions[index].final, other: transactions[index].request, in: index,
            context.limits)
    }

    /// "nonce"
    private static var nonceName: InlineArray<5, UInt8> { [110, 111, 110, 99, 101] }
    /// "uri"
    private static var uriName: InlineArray<3, UInt8> { [117, 114, 105] }
}

extension Span where Element == UInt8 {
    /// The number in `nc`: up to eight hexadecimal digits (RFC 2617 section 3.2.2).
    fileprivate func nonceCount(in credentials: Range<Int>) -> UInt32? {
        guard let place = authParameter([110, 99], in: credentials), 1...8 ~= place.count else { return nil }
        return UInt32(text(ByteRange(place)), radix: 16)
    }

    /// Whether two ranges hold the same bytes, or equivalent URIs.
    fileprivate func isSameURI(_ first: ByteRange, _ second: ByteRange) -> Bool {
        if first.count == second.count, zip(first.range, second.range).allSatisfy({ self[$0] == self[$1] }) {
            return true
        }
        guard let one = SIPURI(self, first), let other = SIPURI(self, second) else { return true }
        return one.isEquivalent(to: other)
    }
}
