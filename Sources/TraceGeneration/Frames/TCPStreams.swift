/// The sequence numbers of the connections, which all stand open when the trace begins.
struct TCPStreams {
    private var next: [UInt32]

    init(seed: UInt64) {
        let count = Network.hostCount * Network.hostCount * 2
        next = (0..<count).map { UInt32(truncatingIfNeeded: SplitMix64.mix(seed &+ UInt64($0))) }
    }

    /// The sequence and acknowledgment numbers of a segment with `length` bytes.
    mutating func advance(from source: Int, to destination: Int, isV6: Bool, by length: Int) -> (UInt32, UInt32) {
        let forward = index(source, destination, isV6)
        let sequence = next[forward]
        next[forward] = sequence &+ UInt32(truncatingIfNeeded: length)
        return (sequence, next[index(destination, source, isV6)])
    }

    private func index(_ source: Int, _ destination: Int, _ isV6: Bool) -> Int {
        ((isV6 ? 1 : 0) * Network.hostCount + source) * Network.hostCount + destination
    }
}
