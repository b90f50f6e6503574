/// An ACK as far as it takes to know it again.
struct SeenAcknowledgement: Sendable {
    let keys: MessageKeys
    let leg: Int
    let viaCount: Int
    /// The ACK as it was last sent.
    var last: Sighting

    /// Whether it has the same branch: on the same hop.
    func isSameTransaction(_ other: SeenAcknowledgement) -> Bool {
        keys.branch == other.keys.branch && isSameAcknowledgement(other)
    }

    /// Whether it acknowledges the same response, on any hop.
    func isSameAcknowledgement(_ other: SeenAcknowledgement) -> Bool {
        keys.cseq == other.keys.cseq && leg == other.leg && keys.fromTag == other.keys.fromTag
            && keys.toTag == other.keys.toTag
    }
}
