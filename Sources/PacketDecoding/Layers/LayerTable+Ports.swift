extension LayerTable {
    /// The tunnel that the ports of a datagram stand for, if it turns out to be one.
    static func udpTunnel(from sourcePort: UInt16, to destinationPort: UInt16) -> Tunnel? {
        switch destinationPort {
        case 4789, 8472: VXLANLayer.read
        case 4790: VXLANLayer.readGeneric
        case 6081: GENEVELayer.read
        case 2152: GTPLayer.read
        case 1701: L2TPLayer.read
        case 37008: TZSPLayer.read
        case 6635: MPLSInUDPLayer.read
        case 5247: CAPWAPLayer.read
        case 4341: IPInUDPLayer.readLISP
        case 6080: IPInUDPLayer.readGeneric
        case 3544: IPInUDPLayer.readTeredo
        default: udpReturnTunnel(sourcePort)
        }
    }

    /// Tunnels whose clients, behind address translation, are answered on any port.
    private static func udpReturnTunnel(_ sourcePort: UInt16) -> Tunnel? {
        switch sourcePort {
        case 1701: L2TPLayer.read
        case 3544: IPInUDPLayer.readTeredo
        case 5247: CAPWAPLayer.read
        default: nil
        }
    }
}
