import TraceTypes

extension LayerTable {
    /// The layer of a `LINKTYPE_` value.
    static func link(_ type: LinkType) -> LayerStep {
        switch type {
        case .ethernet: .next(EthernetLayer.read)
        case .linuxCooked: .next(LinuxCookedLayer.readVersion1)
        case .linuxCooked2: .next(LinuxCookedLayer.readVersion2)
        case .null, .loop: .next(LoopbackLayer.read)
        case .raw, .raw14, .ipv4, .ipv6: .next(RawIPLayer.read)
        case .pppoe: .next(PPPoELayer.read)
        case .ppp, .pppInHDLC: .next(HDLCLayer.read)
        case .pppWithDirection: .next(DirectionLayer.readPPP)
        case .pppd: .next(DirectionLayer.readPPPD)
        case .ciscoHDLC: .next(HDLCLayer.readCisco)
        case .ciscoHDLCWithDirection: .next(DirectionLayer.readCiscoHDLC)
        case .frameRelay: .next(FrameRelayLayer.read)
        case .frameRelayWithDirection: .next(DirectionLayer.readFrameRelay)
        case .wifi: .next(WiFiLayer.read)
        case .radiotap: .next(RadioLayer.readRadiotap)
        case .prism: .next(RadioLayer.readPrism)
        case .avs: .next(RadioLayer.readAVS)
        case .ppi: .next(WrappedLinkLayer.readPPI)
        case .pktap, .darwinPKTAP: .next(WrappedLinkLayer.readPKTAP)
        case .nflog: .next(NFLogLayer.read)
        case .pflog: .next(FilterLogLayer.readPFLog)
        case .enc: .next(FilterLogLayer.readENC)
        case .ipnet: .next(FilterLogLayer.readIPNET)
        case .sunATM: .next(SunATMLayer.read)
        case .juniperEthernet, .juniperPPPoE: .next(JuniperLayer.readEthernet)
        case .juniperPPP: .next(JuniperLayer.readPPP)
        case .juniperFrameRelay: .next(JuniperLayer.readFrameRelay)
        case .juniperCiscoHDLC: .next(JuniperLayer.readCiscoHDLC)
        case .juniperPPPoEOverATM: .next(JuniperLayer.readEtherType)
        case .juniperServices, .juniperMonitor, .juniperGGSN: .next(JuniperLayer.readService)
        case .exportedPDU: .next(ExportedPDULayer.read)
        case .erf: .next(ERFLayer.read)
        case .broadcomTag, .marvellTag: .next(SwitchTagLayer.readFour)
        case .broadcomTagBefore: .next(SwitchTagLayer.readBefore)
        case .marvellLongTag: .next(SwitchTagLayer.readEight)
        default: .undecoded(.unsupportedLinkType)
        }
    }
}
