import TraceTypes

extension SIPScenario {
    /// The messages as the bytes of a pcap file: UDP over IPv4 or IPv6 on Ethernet.
    package var capture: [UInt8] {
        var file = CaptureFileBuilder()
        for message in messages {
            let (source, destination) = (message.header.source, message.header.destination)
            let datagram = PacketBuilder(message.bytes).udp(from: source.port, to: destination.port)
            let packet =
                source.address.family == .v4
                ? datagram.ipv4(from: source.address, to: destination.address)
                : datagram.ipv6(from: source.address, to: destination.address)
            file.add(packet.ethernet().bytes, at: message.header.time)
        }
        return file.bytes
    }
}
