import TraceTypes
import _TestSupport

extension PacketBuilder {
    /// Adds an IPv4 header between the ends of a tunnel.
    func gated() -> PacketBuilder {
        ipv4(from: Sample.gate, to: Sample.gate)
    }

    /// Adds the header of a tunnel over UDP, and UDP and IPv4 between its ends.
    func inUDP(_ port: UInt16, _ header: [UInt8]) -> PacketBuilder {
        prefixed(header).udp(from: 50_000, to: port).gated()
    }

    /// Adds a header with a protocol number of IP, and IPv4 between the ends.
    func inIP(_ number: UInt8, _ header: [UInt8] = []) -> PacketBuilder {
        prefixed(header, protocolNumber: number).gated()
    }

    /// Adds bytes behind the packet that no header counts.
    func tail(_ bytes: [UInt8]) -> PacketBuilder {
        PacketBuilder(self.bytes + bytes)
    }

    /// Adds an Ethernet header with a switch's tag between addresses and type.
    func switchTag(_ tag: [UInt8]) -> PacketBuilder {
        let frame = ethernet().bytes
        return PacketBuilder(Array(frame.prefix(12)) + tag + Array(frame.dropFirst(12)))
    }

    /// Says that a network service header follows, whatever the bytes are.
    func serviceHeader() -> PacketBuilder {
        tail([0, 0, 0, 0]).prefixed([], etherType: 0x894f)
    }

    /// Adds a GTP-U header with optional fields and extension headers.
    func gtp(_ flags: UInt8, _ options: [UInt8] = [], kind: UInt8 = 0xff) -> PacketBuilder {
        inUDP(2152, [flags, kind] + Bytes.big(UInt16(options.count + bytes.count)) + [0, 0, 0, 9] + options)
    }

    /// Adds a HEP header, version 3, of chunks and the payload's.
    func hep(_ chunks: [[UInt8]], magic: String = "HEP3") -> PacketBuilder {
        let payload: [UInt8] = [0, 0, 0, 0x0f] + Bytes.big(UInt16(bytes.count + 6))
        let rest = Array(chunks.joined()) + payload
        return prefixed(Array(magic.utf8) + Bytes.big(UInt16(6 + rest.count + bytes.count)) + rest)
    }

    /// Adds a HEP header of the first two versions.
    func oldHEP(_ version: UInt8, family: UInt8 = 2, number: UInt8 = 17, time: [UInt8] = []) -> PacketBuilder {
        let isV4 = family == 2
        let addresses =
            isV4
            ? Bytes.big(UInt32(Sample.alice.low)) + Bytes.big(UInt32(Sample.bob.low))
            : [Sample.alice6, Sample.bob6].flatMap { Bytes.big($0.high) + Bytes.big($0.low) }
        let ports = Bytes.big(5060 as UInt16) + Bytes.big(5080 as UInt16)
        return prefixed([version, isV4 ? 16 : 40, family, number] + ports + addresses + time)
    }
}
