import TraceTypes

/// The third version: chunks of a vendor, a type and a length, in any order. An agent's password is passed over.
struct HEPChunks {
    /// The protocol type of SIP.
    private static let sip: UInt8 = 1

    private var source: IPAddress?
    private var destination: IPAddress?
    private var sourcePort: UInt16 = 0
    private var destinationPort: UInt16 = 0
    private var transport = Transport.udp
    private var seconds: UInt32?
    private var microseconds: UInt32 = 0
    private var protocolType: UInt8?
    private var payload: (offset: Int, count: Int)?

    /// Nil where the lengths contradict each other.
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep? {
        let length = Int(bytes.bigEndian16(at: cursor.offset + 4))
        guard length >= 6, length <= cursor.wireCount else { return nil }
        cursor.limit(to: length)
        cursor.offset += 6
        var chunks = HEPChunks()
        // Each turn goes on by six bytes at least.
        var rest = cursor
        while rest.has(6) {
            let count = Int(bytes.bigEndian16(at: rest.offset + 4))
            guard count >= 6, count <= rest.wireCount else { return nil }
            let isGeneric = bytes.bigEndian16(at: rest.offset) == 0
            var value = rest
            value.offset += 6
            value.limit(to: count - 6)
            if isGeneric { chunks.take(bytes.bigEndian16(at: rest.offset + 2), bytes, value) }
            guard rest.has(count) else { break }
            rest.offset += count
        }
        return chunks.step(&cursor, isCut: rest.isTruncated)
    }

    private mutating func take(_ type: UInt16, _ bytes: Span<UInt8>, _ value: LayerCursor) {
        let start = value.offset
        if type == 0x000f { payload = (start, value.wireCount) }
        guard !value.isTruncated else { return }
        switch (type, value.wireCount) {
        case (0x0002, 1): transport = HEPLayer.transport(bytes[start]) ?? .udp
        case (0x0003, 4): source = bytes.ipv4Address(at: start)
        case (0x0004, 4): destination = bytes.ipv4Address(at: start)
        case (0x0005, 16): source = bytes.ipv6Address(at: start)
        case (0x0006, 16): destination = bytes.ipv6Address(at: start)
        case (0x0007, 2): sourcePort = bytes.bigEndian16(at: start)
        case (0x0008, 2): destinationPort = bytes.bigEndian16(at: start)
        case (0x0009, 4): seconds = bytes.bigEndian32(at: start)
        case (0x000a, 4): microseconds = bytes.bigEndian32(at: start)
        case (0x000b, 1): protocolType = bytes[start]
        default: break
        }
    }

    private func step(_ cursor: inout LayerCursor, isCut: Bool) -> LayerStep {
        let missing: LayerStep = isCut ? .undecoded(.shortTunnelHeader) : .other(.hepWithoutSIP)
        guard let protocolType else { return missing }
        guard protocolType == Self.sip else { return .other(.hepWithoutSIP) }
        guard let source, let destination, let payload else { return missing }
        cursor.source = source
        cursor.destination = destination
        cursor.offset = payload.offset
        cursor.limit(to: payload.count)
        let time = seconds.map { Timestamp(seconds: Int64($0), nanoseconds: Int64(microseconds) * 1000) }
        return .relayed(
            RelayedPayload(time: time, sourcePort: sourcePort, destinationPort: destinationPort, transport: transport))
    }
}
