/// What a frame that was understood carries when it is nothing SIP could be in.
package enum OtherProtocol: UInt8, CaseIterable, Sendable, NamedReason {
    case arp
    case llc
    case lldp
    case otherLinkProtocol
    case icmp
    case icmpv6
    case igmp
    case ospf
    case vrrp
    case esp
    case sctp
    case otherIPProtocol
    case emptyDatagram
    case tcpWithoutData
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
