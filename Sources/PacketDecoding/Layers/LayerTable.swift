import TraceTypes

/// Which layer a number in the enclosing one stands for. A new layer is one file beside this and one line here.
enum LayerTable {
    /// Layers a packet may nest, VLAN tags and extension headers included.
    static let maximumLayers = 32

    /// The layer of a `LINKTYPE_` value.
    static func link(_ type: LinkType) -> LayerStep {
        switch type {
        case .ethernet: .next(EthernetLayer.read)
        case .linuxCooked: .next(LinuxCookedLayer.readVersion1)
        case .linuxCooked2: .next(LinuxCookedLayer.readVersion2)
        case .null, .loop: .next(LoopbackLayer.read)
        case .raw, .ipv4, .ipv6: .next(RawIPLayer.read)
        default: .undecoded(.unsupportedLinkType)
        }
    }

    /// The layer of an EtherType.
    static func etherType(_ type: UInt16) -> LayerStep {
        switch type {
        case 0x0800: .next(IPv4Layer.read)
        case 0x86dd: .next(IPv6Layer.read)
        case 0x8100, 0x88a8, 0x9100: .next(VLANLayer.read)
        case 0x8847, 0x8848: .next(MPLSLayer.read)
        case 0x8864: .next(PPPoELayer.read)
        case 0x6558: .next(EthernetLayer.read)
        case 0x880b: .next(PPPLayer.read)
        case 0x0806: .other(.arp)
        case 0x88cc: .other(.lldp)
        default: .other(.otherLinkProtocol)
        }
    }

    /// The layer of an IPv4 protocol or IPv6 next header number.
    static func ipProtocol(_ number: UInt8) -> LayerStep {
        switch number {
        case 17: .next(UDPLayer.read)
        case 6: .next(TCPLayer.read)
        case 4: .next(IPv4Layer.read)
        case 41: .next(IPv6Layer.read)
        case 47: .next(GRELayer.read)
        case 0, 43, 60, 135, 139, 140: .next(IPv6ExtensionLayer.read)
        case 44: .next(IPv6FragmentLayer.read)
        case 51: .next(AuthenticationLayer.read)
        case 1: .other(.icmp)
        case 2: .other(.igmp)
        case 50: .other(.esp)
        case 58: .other(.icmpv6)
        case 89: .other(.ospf)
        case 112: .other(.vrrp)
        case 132: .other(.sctp)
        default: .other(.otherIPProtocol)
        }
    }

    /// The tunnel that a UDP port stands for, or nil where the payload is to be delivered.
    static func udpTunnel(_ destinationPort: UInt16) -> Layer? {
        nil
    }
}
