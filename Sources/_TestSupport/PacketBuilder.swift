import TraceTypes

/// Makes packets from the inside out: each call wraps what is there in one more header, with right lengths and
/// checksums.
package struct PacketBuilder: Sendable {
    /// The packet so far.
    package private(set) var bytes: [UInt8]
    private var protocolNumber: UInt8 = 59
    private var etherType: UInt16 = 0x88b5

    /// Starts with a payload.
    package init(_ payload: [UInt8]) {
        bytes = payload
    }

    /// Starts with a payload of text.
    package init(_ payload: String) {
        self.init(Array(payload.utf8))
    }

    /// A packet whose bytes were made elsewhere, of an IP protocol.
    package init(_ payload: [UInt8], protocolNumber: UInt8) {
        self.init(payload)
        self.protocolNumber = protocolNumber
    }

    /// Puts a header in front.
    package func prefixed(_ header: [UInt8], protocolNumber: UInt8? = nil, etherType: UInt16? = nil) -> PacketBuilder {
        var result = self
        result.bytes = header + bytes
        if let protocolNumber { result.protocolNumber = protocolNumber }
        if let etherType { result.etherType = etherType }
        return result
    }

    /// Adds a UDP header. Its checksum is filled in by the IP header.
    package func udp(from source: UInt16, to destination: UInt16) -> PacketBuilder {
        let length = Bytes.big(UInt16(bytes.count + 8))
        return prefixed(Bytes.big(source) + Bytes.big(destination) + length + [0, 0], protocolNumber: 17)
    }

    /// Adds a TCP header. Its checksum is filled in by the IP header.
    package func tcp(
        from source: UInt16, to destination: UInt16, sequence: UInt32, flags: UInt8 = TCPFlags.acknowledge,
        options: [UInt8] = []
    ) -> PacketBuilder {
        let offset = UInt8((20 + options.count) / 4) << 4
        let ports = Bytes.big(source) + Bytes.big(destination)
        let numbers = Bytes.big(sequence) + Bytes.big(UInt32(1))
        return prefixed(ports + numbers + [offset, flags, 0xff, 0xff, 0, 0, 0, 0] + options, protocolNumber: 6)
    }

    /// Adds an IPv4 header, with options of a multiple of four bytes.
    package func ipv4(
        from source: IPAddress, to destination: IPAddress, options: [UInt8] = [], identification: UInt16 = 1,
        fragment: UInt16 = 0
    ) -> PacketBuilder {
        let addresses = Bytes.big(UInt32(source.low)) + Bytes.big(UInt32(destination.low))
        let filled = fragment == 0 ? withTransportChecksum(addresses) : self
        let length = 20 + options.count
        let start = [0x40 | UInt8(length / 4), 0] + Bytes.big(UInt16(length + bytes.count))
        let middle = Bytes.big(identification) + Bytes.big(fragment) + [64, protocolNumber]
        let sum = InternetChecksum.of(start + middle + addresses + options)
        return filled.prefixed(
            start + middle + Bytes.big(sum) + addresses + options, protocolNumber: 4, etherType: 0x0800)
    }

    /// Adds an IPv6 header.
    package func ipv6(from source: IPAddress, to destination: IPAddress) -> PacketBuilder {
        let addresses = [source, destination].flatMap { Bytes.big($0.high) + Bytes.big($0.low) }
        let start = [0x60, 0, 0, 0] + Bytes.big(UInt16(bytes.count)) + [protocolNumber, 64]
        return withTransportChecksum(addresses).prefixed(start + addresses, protocolNumber: 41, etherType: 0x86dd)
    }

    /// Adds an IPv6 extension header of the common form: 0 hop-by-hop, 43 routing, 60 destination options.
    package func ipv6Extension(_ number: UInt8, units: UInt8 = 0) -> PacketBuilder {
        let body = [UInt8](repeating: 0, count: 6 + Int(units) * 8)
        return prefixed([protocolNumber, units] + body, protocolNumber: number)
    }

    /// Adds an Ethernet header.
    package func ethernet() -> PacketBuilder {
        prefixed([2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2] + Bytes.big(etherType))
    }

    /// Adds a VLAN tag, to go between the packet and the Ethernet header.
    package func vlan(_ identifier: UInt16, tag: UInt16 = 0x8100) -> PacketBuilder {
        prefixed(Bytes.big(identifier) + Bytes.big(etherType), etherType: tag)
    }

    /// Adds a Linux cooked header, version 1.
    package func linuxCooked() -> PacketBuilder {
        prefixed([0, 0, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0] + Bytes.big(etherType))
    }

    /// Adds a Linux cooked header, version 2.
    package func linuxCooked2() -> PacketBuilder {
        prefixed(Bytes.big(etherType) + [0, 0, 0, 0, 0, 1, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0])
    }

    /// Adds the four bytes of a BSD loopback device.
    package func loopback(family: UInt32, bigEndian: Bool) -> PacketBuilder {
        prefixed(Bytes.big(bigEndian ? family : family.byteSwapped))
    }

    /// Splits what is there into fragments of at most `size` bytes, a multiple of eight, each with an IPv4 header.
    package func ipv4Fragments(
        from source: IPAddress, to destination: IPAddress, size: Int, identification: UInt16 = 1
    ) -> [PacketBuilder] {
        let whole = withTransportChecksum(Bytes.big(UInt32(source.low)) + Bytes.big(UInt32(destination.low)))
        return whole.split(size).map { part in
            let more: UInt16 = part.isLast ? 0 : 0x2000
            return PacketBuilder(part.bytes, protocolNumber: protocolNumber).ipv4(
                from: source, to: destination, identification: identification,
                fragment: UInt16(part.offset / 8) | more)
        }
    }

    /// Splits what is there into fragments of at most `size` bytes, a multiple of eight, each with IPv6 headers.
    package func ipv6Fragments(
        from source: IPAddress, to destination: IPAddress, size: Int, identification: UInt32 = 1
    ) -> [PacketBuilder] {
        let addresses = [source, destination].flatMap { Bytes.big($0.high) + Bytes.big($0.low) }
        return withTransportChecksum(addresses).split(size).map { part in
            let field = Bytes.big(UInt16(part.offset) | (part.isLast ? 0 : 1))
            let header = [protocolNumber, 0] + field + Bytes.big(identification)
            return PacketBuilder(part.bytes).prefixed(header, protocolNumber: 44).ipv6(from: source, to: destination)
        }
    }

    private func split(_ size: Int) -> [(offset: Int, bytes: [UInt8], isLast: Bool)] {
        stride(from: 0, to: bytes.count, by: size).map { start in
            let end = min(start + size, bytes.count)
            return (start, Array(bytes[start..<end]), end == bytes.count)
        }
    }

    /// Fills in the UDP or TCP checksum over the pseudo header.
    private func withTransportChecksum(_ addresses: [UInt8]) -> PacketBuilder {
        guard let position = [17: 6, 6: 16][Int(protocolNumber)], bytes.count >= position + 2 else { return self }
        let pseudo = addresses + Bytes.big(UInt32(bytes.count)) + [0, 0, 0, protocolNumber]
        var result = self
        let sum = InternetChecksum.of(pseudo + bytes)
        result.bytes.replaceSubrange(position..<(position + 2), with: Bytes.big(sum == 0 ? 0xffff : sum))
        return result
    }
}
