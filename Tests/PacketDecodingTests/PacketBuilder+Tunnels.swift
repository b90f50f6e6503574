import _TestSupport

extension PacketBuilder {
    /// Adds a PPPoE header and the number of the PPP protocol.
    func pppoe(_ number: UInt16) -> PacketBuilder {
        prefixed(
            [0x11, 0, 0, 1] + Bytes.big(UInt16(bytes.count + 2)) + Bytes.big(number), etherType: 0x8864)
    }

    /// Adds a stack of MPLS labels.
    func mpls(_ labels: [[UInt8]]) -> PacketBuilder {
        prefixed(Array(labels.joined()), etherType: 0x8847)
    }

    /// Adds a GRE header, an IPv4 header and an Ethernet header.
    func gre(_ header: [UInt8]) -> PacketBuilder {
        prefixed(header, protocolNumber: 47).ipv4(from: Sample.gate, to: Sample.gate).ethernet()
    }
}
