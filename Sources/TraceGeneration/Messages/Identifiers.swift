/// The names that a trace must not use twice, made from the exchange's number and the seed.
struct Identifiers: Sendable {
    /// What the name is for.
    enum Purpose: UInt64 {
        case callID, callIDEnd, callerTag, calleeTag, branch, branchEnd, nonce, nonceEnd, clientNonce
        case digest, digestEnd, session, firstCSeq, mediaPort
    }

    private let key: UInt64

    init(seed: UInt64) {
        key = SplitMix64.mix(seed ^ SplitMix64.increment)
    }

    /// 64 bits for this purpose: different for different arguments, as long as `leg` is below 16 and `number` below 256.
    func bits(_ purpose: Purpose, serial: UInt64, leg: Int, number: Int = 0) -> UInt64 {
        let low = UInt64(truncatingIfNeeded: leg & 15) << 12 | purpose.rawValue << 8
        return SplitMix64.mix(key &+ (serial << 16 | low | UInt64(truncatingIfNeeded: number & 255)))
    }
}
