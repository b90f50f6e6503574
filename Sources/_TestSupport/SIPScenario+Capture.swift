import TraceTypes

extension SIPScenario {
    /// The messages as the bytes of a pcap file: over IPv4 or IPv6 on Ethernet, each in a datagram of UDP or, where its
    /// transport is reliable, in a segment of TCP.
    package var capture: [UInt8] { capture(until: nil) }

    /// The same, with a last frame that holds no SIP and tells that the capture went on until then.
    package func capture(until end: Timestamp?) -> [UInt8] {
        var file = CaptureFileBuilder()
        var sequences: [[Endpoint]: UInt32] = [:]
        for message in messages {
            let (source, destination) = (message.header.source, message.header.destination)
            var packet = PacketBuilder(message.bytes)
            if message.header.transport.isReliable {
                let sequence = sequences[[source, destination], default: 1]
                sequences[[source, destination]] = sequence &+ UInt32(truncatingIfNeeded: message.bytes.count)
                packet = packet.tcp(from: source.port, to: destination.port, sequence: sequence)
            } else {
                packet = packet.udp(from: source.port, to: destination.port)
            }
            packet =
                source.address.family == .v4
                ? packet.ipv4(from: source.address, to: destination.address)
                : packet.ipv6(from: source.address, to: destination.address)
            file.add(packet.ethernet().bytes, at: message.header.time)
        }
        if let end {
            let (source, destination) = (IPAddress(v4: 0xC000_02FD), IPAddress(v4: 0xC000_02FE))
            let packet = PacketBuilder("end").udp(from: 9, to: 9).ipv4(from: source, to: destination)
            file.add(packet.ethernet().bytes, at: end)
        }
        return file.bytes
    }
}
