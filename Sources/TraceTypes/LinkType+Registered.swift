/// Link types that are not those of plain Ethernet, loopback or raw IP.
extension LinkType {
    /// Raw IPv4 or IPv6, as OpenBSD numbers it inside.
    public static let raw14 = LinkType(rawValue: 14)
    /// PPP, with or without the framing of serial lines.
    public static let ppp = LinkType(rawValue: 9)
    /// PPP in HDLC-like framing, or Cisco HDLC.
    public static let pppInHDLC = LinkType(rawValue: 50)
    /// A session of PPP over Ethernet, without the Ethernet header.
    public static let pppoe = LinkType(rawValue: 51)
    /// PPP with the direction in place of the address, as pppd writes it.
    public static let pppd = LinkType(rawValue: 166)
    /// PPP behind a byte for the direction.
    public static let pppWithDirection = LinkType(rawValue: 204)
    /// Cisco HDLC.
    public static let ciscoHDLC = LinkType(rawValue: 104)
    /// Cisco HDLC behind a byte for the direction.
    public static let ciscoHDLCWithDirection = LinkType(rawValue: 205)
    /// Frame Relay.
    public static let frameRelay = LinkType(rawValue: 107)
    /// Frame Relay behind a byte for the direction.
    public static let frameRelayWithDirection = LinkType(rawValue: 206)
    /// IEEE 802.11.
    public static let wifi = LinkType(rawValue: 105)
    /// IEEE 802.11 behind a Prism header.
    public static let prism = LinkType(rawValue: 119)
    /// IEEE 802.11 behind a radiotap header.
    public static let radiotap = LinkType(rawValue: 127)
    /// IEEE 802.11 behind an AVS header.
    public static let avs = LinkType(rawValue: 163)
    /// A frame of any link type behind per-packet information.
    public static let ppi = LinkType(rawValue: 192)
    /// PKTAP in files that macOS itself wrote.
    public static let darwinPKTAP = LinkType(rawValue: 149)
    /// A frame of any link type behind what macOS knows of its process.
    public static let pktap = LinkType(rawValue: 258)
    /// Packets that Linux' netfilter logged.
    public static let nflog = LinkType(rawValue: 239)
    /// Packets that OpenBSD's packet filter logged.
    public static let pflog = LinkType(rawValue: 117)
    /// OpenBSD's view of packets inside IPsec.
    public static let enc = LinkType(rawValue: 109)
    /// Solaris' view of packets inside IP.
    public static let ipnet = LinkType(rawValue: 226)
    /// ATM devices of Solaris.
    public static let sunATM = LinkType(rawValue: 123)
    /// Juniper: packets of a mobile gateway.
    public static let juniperGGSN = LinkType(rawValue: 133)
    /// Juniper: packets at a service card.
    public static let juniperServices = LinkType(rawValue: 136)
    /// Juniper: packets at a monitoring card.
    public static let juniperMonitor = LinkType(rawValue: 164)
    /// Juniper: Ethernet with PPPoE.
    public static let juniperPPPoE = LinkType(rawValue: 167)
    /// Juniper: PPPoE over ATM, from the EtherType on.
    public static let juniperPPPoEOverATM = LinkType(rawValue: 168)
    /// Juniper: Ethernet.
    public static let juniperEthernet = LinkType(rawValue: 178)
    /// Juniper: PPP.
    public static let juniperPPP = LinkType(rawValue: 179)
    /// Juniper: Frame Relay.
    public static let juniperFrameRelay = LinkType(rawValue: 180)
    /// Juniper: Cisco HDLC.
    public static let juniperCiscoHDLC = LinkType(rawValue: 181)
    /// What Wireshark exported of one protocol.
    public static let exportedPDU = LinkType(rawValue: 252)
    /// Frames that Endace cards captured.
    public static let erf = LinkType(rawValue: 197)
    /// Ethernet with the tag of a Broadcom switch between addresses and type.
    public static let broadcomTag = LinkType(rawValue: 281)
    /// Ethernet behind the tag of a Broadcom switch.
    public static let broadcomTagBefore = LinkType(rawValue: 282)
    /// Ethernet with the short tag of a Marvell switch.
    public static let marvellTag = LinkType(rawValue: 284)
    /// Ethernet with the long tag of a Marvell switch.
    public static let marvellLongTag = LinkType(rawValue: 285)
}
