import SIPParsing

/// An INVITE with Replaces whose dialog is known (RFC 3891 section 3).
public struct Replacement: Sendable {
    /// The INVITE.
    public internal(set) var invite: TransactionIndex
    /// The dialog that it names, in the exchange's list.
    public internal(set) var dialog: Int
    /// Whether `to-tag`, which is to be the tag of whom the INVITE goes to, is the tag of the dialog's callee.
    public let namesCalleeAsLocal: Bool
}

extension Exchange {
    /// Takes note of the dialog that an INVITE is to replace.
    mutating func noteReplacement(
        _ message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ context: TrackingContext
    ) {
        guard let replaces = message.first(.replaces).flatMap({ Replaces(bytes, $0) }),
            replacements.count < context.limits.partsPerExchange
        else { return }
        let callID = hash(replaces.callID, context.seed)
        let (toTag, fromTag) = (hash(replaces.toTag, context.seed) | 1, hash(replaces.fromTag, context.seed) | 1)
        guard
            let dialog = dialogs.firstIndex(where: {
                legs.indices.contains($0.leg) && legs[$0.leg].key == callID && $0.matches(fromTag, toTag)
            })
        else { return }
        replacements.append(
            Replacement(invite: index, dialog: dialog, namesCalleeAsLocal: dialogs[dialog].calleeTag == toTag))
    }

    private func hash(_ text: String, _ seed: UInt64) -> UInt64 {
        let bytes = Array(text.utf8)
        return bytes.span.hash(of: ByteRange(0..<bytes.count), seed: seed)
    }
}
