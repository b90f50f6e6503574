import SIPParsing

/// Challenges and the answers to them (RFC 3261 section 22). No secret is kept: only hashes of realms, and a realm's name.
extension Exchange {
    mutating func noteCredentials(
        of message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ context: TrackingContext
    ) {
        for field in message.fields where field.name == .authorization || field.name == .proxyAuthorization {
            guard transactions[index].credentialRealms.count < context.limits.partsPerExchange else { return }
            let realm = Credentials(bytes, field.value)?.realm ?? ""
            transactions[index].credentialRealms.append(URIKey.callID(realm, seed: context.seed))
        }
    }

    mutating func noteChallenge(
        in message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ context: TrackingContext
    ) {
        for field in message.fields where field.name == .wwwAuthenticate || field.name == .proxyAuthenticate {
            guard let challenge = Challenge(bytes, field.value), let realm = challenge.realm else { continue }
            let key = URIKey.callID(realm, seed: context.seed)
            guard transactions[index].credentialRealms.contains(key) else { continue }
            transactions[index].isRejectedCredentials = !challenge.stale
            transactions[index].rejectedRealm = realm
        }
    }
}
