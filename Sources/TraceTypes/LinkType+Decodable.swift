extension LinkType {
    /// The link types that the packet decoder has a layer for.
    public static let decodable: [LinkType] = [
        .ethernet, .linuxCooked, .linuxCooked2, .null, .loop, .raw, .ipv4, .ipv6, .raw14, .ppp, .pppInHDLC,
        .pppoe, .pppd, .pppWithDirection, .ciscoHDLC, .ciscoHDLCWithDirection, .frameRelay, .frameRelayWithDirection,
        .wifi, .prism, .radiotap, .avs, .ppi, .darwinPKTAP, .pktap, .nflog, .pflog, .enc, .ipnet, .sunATM,
        .juniperGGSN, .juniperServices, .juniperMonitor, .juniperPPPoE, .juniperPPPoEOverATM, .juniperEthernet,
        .juniperPPP, .juniperFrameRelay, .juniperCiscoHDLC, .exportedPDU, .erf, .broadcomTag, .broadcomTagBefore,
        .marvellTag,
        .marvellLongTag,
    ]
}
