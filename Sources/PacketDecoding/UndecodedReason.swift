/// Why a frame could not be understood.
package enum UndecodedReason: UInt8, CaseIterable, Sendable, NamedReason {
    /// No layer is registered for the frame's link type.
    case unsupportedLinkType
    /// The bytes end inside the link layer's header, VLAN tags included.
    case shortLinkHeader
    /// A version or length field of a link layer's or capture's header contradicts the rest.
    case malformedLinkHeader
    /// The bytes end inside an IPv4 or IPv6 header.
    case shortIPHeader
    /// The bytes end inside a UDP or TCP header.
    case shortTransportHeader
    /// The bytes end inside a tunnel's header.
    case shortTunnelHeader
    /// A version or length field of an IP header contradicts the rest.
    case malformedIPHeader
    /// A length field of a UDP or TCP header contradicts the rest.
    case malformedTransportHeader
    /// A version or flag of a tunnel's header that no rule describes.
    case malformedTunnelHeader
    /// A fragment that is empty, not a multiple of eight bytes, or beyond 65,535 bytes.
    case malformedFragment
    /// A snap length cut a fragment, so its datagram cannot be put together.
    case truncatedFragment
    /// More layers than ``LayerTable/maximumLayers``.
    case nestedTooDeep

    /// The stable name for reports.
    package var name: String {
        switch self {
        case .unsupportedLinkType: "unsupported-link-type"
        case .shortLinkHeader: "short-link-header"
        case .malformedLinkHeader: "malformed-link-header"
        case .shortIPHeader: "short-ip-header"
        case .shortTransportHeader: "short-transport-header"
        case .shortTunnelHeader: "short-tunnel-header"
        case .malformedIPHeader: "malformed-ip-header"
        case .malformedTransportHeader: "malformed-transport-header"
        case .malformedTunnelHeader: "malformed-tunnel-header"
        case .malformedFragment: "malformed-fragment"
        case .truncatedFragment: "truncated-fragment"
        case .nestedTooDeep: "nested-too-deep"
        }
    }
}
