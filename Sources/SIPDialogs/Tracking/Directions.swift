import TraceTypes

/// Between which addresses, and which way, SIP was seen: whether a capture would have shown an answer (a capture may see
/// one direction of a path only).
public struct Directions: Sendable {
    private static let limit = 1 << 20
    private var seen: Set<UInt64> = []
    /// Keys seen of late, at places that follow from their bits: most messages go a way that was just seen.
    private var recent: [UInt64] = Array(repeating: 0, count: 256)

    /// Nothing seen yet.
    public init() {}

    mutating func note(from source: IPAddress, to destination: IPAddress) {
        let key = Self.key(source, destination)
        let place = Int(truncatingIfNeeded: key & 255)
        guard recent[place] != key else { return }
        recent[place] = key
        if seen.count < Self.limit { seen.insert(key) }
    }

    /// Whether any SIP message went this way.
    public func contains(from source: IPAddress, to destination: IPAddress) -> Bool {
        seen.contains(Self.key(source, destination))
    }

    private static func key(_ source: IPAddress, _ destination: IPAddress) -> UInt64 {
        mix(mix(mix(mix(0x9E37_79B9_7F4A_7C15, source.high), source.low), destination.high), destination.low)
    }

    private static func mix(_ key: UInt64, _ word: UInt64) -> UInt64 {
        let product = (key ^ word) &* 0xD6E8_FEB8_6659_FD93
        return product ^ product >> 32
    }
}
