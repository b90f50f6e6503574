/// Which layer a number in the enclosing one stands for. A new layer is one file beside this and one line here.
enum LayerTable {
    /// Layers a packet may nest, VLAN tags and extension headers included. UDP counts as one with IPv4, and IPv4 as one
    /// with Ethernet or the last tag.
    static let maximumLayers = 32

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
        case 0x88e7: .next(TagLayer.readServiceInstance)
        case 0x8926, 0x892f: .next(TagLayer.readFour)
        case 0x893f, 0x8909: .next(TagLayer.readSix)
        case 0x88e5: .next(MACsecLayer.read)
        case 0x894f: .next(ServiceHeaderLayer.read)
        case 0x8870: .next(LLCLayer.read)
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
        case 4, 94: .next(IPv4Layer.read)
        case 41: .next(IPv6Layer.read)
        case 47: .next(GRELayer.read)
        case 0, 43, 60, 135, 139, 140: .next(IPv6ExtensionLayer.read)
        case 44: .next(IPv6FragmentLayer.read)
        case 50: .next(ESPLayer.read)
        case 51: .next(AuthenticationLayer.read)
        case 97: .next(EtherIPLayer.read)
        case 115: .next(L2TPv3Layer.read)
        case 136: .next(UDPLayer.readLite)
        case 137: .next(MPLSLayer.read)
        case 143: .next(EthernetLayer.read)
        case 132: .next(SCTPLayer.read)
        case 1: .other(.icmp)
        case 2: .other(.igmp)
        case 58: .other(.icmpv6)
        case 59: .other(.noNextHeader)
        case 89: .other(.ospf)
        case 108: .other(.ipComp)
        case 112: .other(.vrrp)
        default: .other(.otherIPProtocol)
        }
    }
}
