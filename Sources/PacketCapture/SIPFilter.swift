import TraceTypes

/// Builds the BPF expression that live captures use when no other is given.
///
/// It lets through SIP on its ports over UDP, TCP and SCTP, and everything SIP could hide in where a port cannot be
/// seen by the kernel: fragments, extension headers and encapsulations. It never loses SIP on those ports; it lets
/// through more than SIP.
package enum SIPFilter {
    /// 5060 and 5061 (RFC 3261 section 18.1.1), and 5080, which many servers use beside them.
    package static let defaultPorts: [ClosedRange<UInt16>] = [5060...5061, 5080...5080]

    /// VXLAN and Linux's older port for it, VXLAN-GPE, GENEVE, GTP-U, HEP, L2TP, TZSP, MPLS, GUE, Teredo, CAPWAP, LISP,
    /// IPsec behind NAT, SCTP.
    private static let tunnelPorts: [UInt16] = [
        4789, 8472, 4790, 6081, 2152, 9060, 1701, 37008, 6635, 6080, 3544, 5247, 4341, 4500, 9899,
    ]
    /// IP in IP in its two kinds, IPv6 in IP, GRE, IPsec with null encryption and its authentication header, EtherIP,
    /// L2TPv3, UDP-Lite, MPLS, Ethernet.
    private static let tunnelProtocols: [UInt8] = [4, 94, 41, 47, 50, 51, 97, 115, 136, 137, 143]
    /// Hop-by-hop options, routing, fragment, destination options, mobility, HIP, Shim6.
    private static let extensionHeaders: [UInt8] = [0, 43, 44, 60, 135, 139, 140]
    /// VLAN tags, MPLS unicast and multicast, PPPoE sessions, backbone, interface and security tags, service headers,
    /// and MACsec, which may leave its payload readable. The keywords `vlan`, `mpls` and `pppoes` would shift the
    /// offsets of all that comes after them, and do not exist for every link type.
    private static let tunnelEtherTypes: [UInt16] = [
        0x8100, 0x88a8, 0x9100, 0x8847, 0x8848, 0x8864, 0x88e7, 0x8926, 0x892f, 0x893f, 0x8909, 0x88e5, 0x894f, 0x8870,
    ]

    /// The expression for SIP on `ports`, with the tests that `linkType` allows. Without ports only what may hide SIP
    /// is let through.
    package static func expression(
        ports: [ClosedRange<UInt16>] = defaultPorts, linkType: LinkType
    ) -> String {
        var tests = ports.map { "portrange \($0.lowerBound)-\($0.upperBound)" }
        // More fragments follow, or this is not the first.
        tests.append("ip[6:2] & 0x3fff != 0")
        tests += extensionHeaders.map { "ip6[6] == \($0)" }
        tests += tunnelProtocols.flatMap { ["ip proto \($0)", "ip6 proto \($0)"] }
        tests += tunnelPorts.map { "udp port \($0)" }
        if hasEtherType(linkType) { tests += tunnelEtherTypes.map { "ether proto \($0)" } }
        return tests.joined(separator: " or ")
    }

    private static func hasEtherType(_ linkType: LinkType) -> Bool {
        [.ethernet, .linuxCooked, .linuxCooked2].contains(linkType)
    }
}
