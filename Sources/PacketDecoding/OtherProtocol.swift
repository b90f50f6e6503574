/// What a frame that was understood carries when it is nothing SIP could be in.
package enum OtherProtocol: UInt8, CaseIterable, Sendable, NamedReason {
    /// Address resolution.
    case arp
    /// IEEE 802.2 frames: spanning tree and the like.
    case llc
    /// Link layer discovery.
    case lldp
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
    /// SCTP, whose chunks are not taken apart.
    case sctp
    /// Any other IP protocol.
    case otherIPProtocol
    /// UDP without a payload.
    case emptyDatagram
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
        case .otherLinkProtocol: "other-link-protocol"
        case .icmp: "icmp"
        case .icmpv6: "icmpv6"
        case .igmp: "igmp"
        case .ospf: "ospf"
        case .vrrp: "vrrp"
        case .esp: "esp"
        case .sctp: "sctp"
        case .otherIPProtocol: "other-ip-protocol"
        case .emptyDatagram: "empty-datagram"
        case .tcpWithoutData: "tcp-without-data"
        case .tcpRetransmission: "tcp-retransmission"
        }
    }
}
