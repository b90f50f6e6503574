/// What a frame that was understood carries when it is nothing SIP could be in.
package enum OtherProtocol: UInt8, CaseIterable, Sendable, NamedReason {
    /// Address resolution.
    case arp
    /// IEEE 802.2 frames: spanning tree and the like.
    case llc
    /// Link layer discovery.
    case lldp
    /// Messages between the kernel and programs of Linux.
    case netlink
    /// Ethernet that MACsec encrypts.
    case encryptedEthernet
    /// Wireless frames that are encrypted.
    case encryptedWiFi
    /// Wireless frames that carry no data: beacons, acknowledgements and the like.
    case wifiManagement
    /// Parts of wireless frames that the radio cut, other than the first.
    case wifiFragment
    /// Several frames that the radio put into one, which are not taken apart.
    case wifiAggregate
    /// What the ends of a tunnel say to each other.
    case tunnelControl
    /// Homer encapsulation of something other than SIP, or of compressed SIP.
    case hepWithoutSIP
    /// What Wireshark exported of another protocol than SIP.
    case exportedPDU
    /// Any other EtherType, PPP protocol or address family.
    case otherLinkProtocol
    /// Errors and pings of IPv4.
    case icmp
    /// Errors, pings and neighbour discovery of IPv6.
    case icmpv6
    /// Multicast membership.
    case igmp
    /// Open shortest path first.
    case ospf
    /// Router redundancy.
    case vrrp
    /// IPsec, encrypted or not told apart from it.
    case esp
    /// SCTP without a user message that could be SIP.
    case sctp
    /// SCTP user messages that came before.
    case sctpRetransmission
    /// Compressed IP payloads.
    case ipComp
    /// IP packets that end with their headers.
    case noNextHeader
    /// Any other IP protocol.
    case otherIPProtocol
    /// Fragments of an IP datagram that was complete before, where not all of it came again.
    case fragmentRepeated
    /// UDP without a payload.
    case emptyDatagram
    /// Media over UDP.
    case rtp
    /// Reports on media over UDP.
    case rtcp
    /// Finding a path through NATs.
    case stun
    /// Data relayed by a TURN server that is no text.
    case turn
    /// TLS over UDP.
    case dtls
    /// TCP without data: handshakes, acknowledgements, resets.
    case tcpWithoutData
    /// TCP data that came before.
    case tcpRetransmission

    /// The stable name for reports.
    package var name: String {
        switch self {
        case .arp: "arp"
        case .llc: "llc"
        case .lldp: "lldp"
        case .netlink: "netlink"
        case .encryptedEthernet: "encrypted-ethernet"
        case .encryptedWiFi: "encrypted-wifi"
        case .wifiManagement: "wifi-management"
        case .wifiFragment: "wifi-fragment"
        case .wifiAggregate: "wifi-aggregate"
        case .tunnelControl: "tunnel-control"
        case .hepWithoutSIP: "hep-without-sip"
        case .exportedPDU: "exported-pdu"
        case .otherLinkProtocol: "other-link-protocol"
        case .icmp: "icmp"
        case .icmpv6: "icmpv6"
        case .igmp: "igmp"
        case .ospf: "ospf"
        case .vrrp: "vrrp"
        case .esp: "esp"
        case .sctp: "sctp"
        case .sctpRetransmission: "sctp-retransmission"
        case .ipComp: "ipcomp"
        case .noNextHeader: "no-next-header"
        case .otherIPProtocol: "other-ip-protocol"
        case .fragmentRepeated: "fragment-repeated"
        case .emptyDatagram: "empty-datagram"
        case .rtp: "rtp"
        case .rtcp: "rtcp"
        case .stun: "stun"
        case .turn: "turn"
        case .dtls: "dtls"
        case .tcpWithoutData: "tcp-without-data"
        case .tcpRetransmission: "tcp-retransmission"
        }
    }
}
