import SIPParsing

/// Challenges and the answers to them (RFC 3261 section 22). No secret is kept: only hashes of realms, and a realm's name.
extension Exchange {
    mutating func noteCredentials(
        of message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ context: TrackingContext
    ) {
        var realms: [UInt64] = []
        for field in message.fields where field.name == .authorization || field.name == .proxyAuthorization {
            guard realms.count < context.limits.partsPerExchange else { break }
            let realm = bytes.realm(in: field.value.range)
            realms.append(bytes.hash(of: realm.map { ByteRange($0) } ?? .empty, seed: context.seed))
        }
        if !realms.isEmpty { transactions[index].authentication = Authentication(realms: realms) }
    }

    mutating func noteChallenge(
        in message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ context: TrackingContext
    ) {
        guard let realms = transactions[index].authentication?.realms else { return }
        for field in message.fields where field.name == .wwwAuthenticate || field.name == .proxyAuthenticate {
            guard let place = bytes.realm(in: field.value.range),
                realms.contains(bytes.hash(of: ByteRange(place), seed: context.seed)),
                let challenge = Challenge(bytes, field.value), let realm = challenge.realm
            else { continue }
            transactions[index].authentication = Authentication(
                realms: realms, rejectedRealm: realm, isRejected: !challenge.stale)
            return
        }
    }
}
