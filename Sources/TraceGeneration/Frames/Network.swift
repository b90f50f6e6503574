import TraceTypes

/// The machines of the trace: user agents, and a few session border controllers that everyone talks to.
/// The addresses are those that RFC 5737 and RFC 3849 keep for examples.
enum Network {
    static let agentCount = 50
    static let controllerCount = 4
    static let hostCount = agentCount + controllerCount
    /// The SIP port of every host.
    static let sipPort: UInt16 = 5060
    static let domain = "example.net"

    static let hosts: [Host] = (0..<agentCount).map(agent) + (0..<controllerCount).map(controller)

    private static let agentProducts = [
        "DeskPhone/4.7.12", "SoftClient/2.11.0 (Linux)", "MobileDialer/9.3", "ConferenceUnit/1.8.5",
        "DoorStation/3.0.2",
    ]

    /// The TCP port of `host` on its connection with `peer`: the lower number of the two opened it.
    static func tcpPort(of host: Int, with peer: Int) -> UInt16 {
        host < peer ? 40_000 + UInt16(truncatingIfNeeded: host * 64 + peer) : sipPort
    }

    private static func agent(_ index: Int) -> Host {
        Host(
            number: index,
            v4: IPAddress(v4: 0xC633_6400 + 11 + UInt32(index)),
            v6: IPAddress(v6High: 0x2001_0DB8_0001_0000, low: 0x11 + UInt64(index)),
            product: agentProducts[index % agentProducts.count])
    }

    private static func controller(_ index: Int) -> Host {
        Host(
            number: agentCount + index,
            v4: IPAddress(v4: 0xC000_0200 + 10 + UInt32(index)),
            v6: IPAddress(v6High: 0x2001_0DB8_00FF_0000, low: 0x10 + UInt64(index)),
            product: "EdgeSBC/8.4.1")
    }
}
