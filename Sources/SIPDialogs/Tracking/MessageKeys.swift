import SIPParsing

/// The hashes by which a message finds its exchange, its transaction and its dialog.
///
/// They can be made before the tracker gets the message, with the tracker's seed.
package struct MessageKeys: Sendable {
    /// Of the Call-ID; nil without one.
    let callID: UInt64?
    /// Of the topmost Via's branch and sent-by.
    let branch: UInt64
    let fromTag: UInt64
    let toTag: UInt64
    let cseq: UInt32
    /// Of the message's length and last bytes: with the other keys, enough to know the same bytes again.
    let fingerprint: UInt32

    /// A message without a branch (RFC 2543, or broken) is keyed by what its Via does have; tags that are absent are 0.
    package init(_ message: Message, _ bytes: Span<UInt8>, seed: UInt64) {
        callID = message.callID.flatMap { $0.isEmpty ? nil : bytes.hash(of: $0, seed: seed) }
        // A branch is unique for the host that made it; some servers give both their sides the same one.
        let host = bytes.hash(of: message.sentBy ?? .empty, seed: seed)
        branch = message.branch.map { bytes.hash(of: $0, seed: host) } ?? host
        fromTag = message.fromTag.map { bytes.hash(of: $0, seed: seed) | 1 } ?? 0
        toTag = message.toTag.map { bytes.hash(of: $0, seed: seed) | 1 } ?? 0
        cseq = message.cseqNumber ?? 0
        let tail = ByteRange(max(0, bytes.count - Self.fingerprinted)..<bytes.count)
        let hash = bytes.hash(of: tail, seed: seed ^ UInt64(truncatingIfNeeded: bytes.count))
        fingerprint = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    /// How many bytes are hashed: the last ones, where bodies differ.
    private static let fingerprinted = 128
}
