import Foundation
import _TestSupport

/// A capture of `Fixtures/encapsulation`, and what of the recorded call it keeps.
struct Encapsulation: Sendable, CustomStringConvertible {
    /// The file.
    let name: String
    /// The fixture whose call it holds.
    var recorded = "call/answered"
    /// What carries the messages.
    var transport = "UDP"
    /// Where the caller's messages come from.
    var caller = "192.0.2.10:5060"
    /// Where they go.
    var callee = "192.0.2.20:5060"
    /// Whether each message is captured at one moment, the recorded one.
    var keepsTimes = true

    /// Its name.
    var description: String { name }
    /// Its path.
    var path: String { Self.folder.appending(path: name).path }

    /// Where all of them are.
    static let folder = Fixture.project.appending(path: "Fixtures/encapsulation")

    /// All of them.
    static let all: [Encapsulation] = links + networks + transports + tunnels + files

    private static func plain(_ names: String...) -> [Encapsulation] {
        names.map { Encapsulation(name: "\($0).pcap") }
    }

    private static func version6(_ name: String, keepsTimes: Bool = true) -> Encapsulation {
        Encapsulation(
            name: "\(name).pcap", caller: "[2001:db8::10]:5060", callee: "[2001:db8::20]:5060", keepsTimes: keepsTimes)
    }

    private static func tcp(_ name: String) -> Encapsulation {
        Encapsulation(name: "\(name).pcap", recorded: "call/tcp", transport: "TCP", keepsTimes: false)
    }

    private static let links =
        plain(
            "ethernet", "vlan", "qinq", "provider-bridge", "three-tags", "llc-snap", "mpls", "mpls-three-labels",
            "mpls-pseudowire", "pppoe", "ppp", "ppp-hdlc", "cooked-v1", "cooked-v2", "null-little-endian",
            "null-big-endian", "loop", "raw", "raw-ipv4", "ieee80211", "radiotap", "nflog", "juniper-ethernet", "pktap")
        + [version6("raw-ipv6")]

    private static let networks =
        ["ipv4-fragments", "ipv4-fragments-reversed", "ipv4-fragments-overlapping"].map {
            Encapsulation(name: "\($0).pcap", keepsTimes: false)
        } + [version6("ipv6"), version6("ipv6-extensions"), version6("ipv6-fragments", keepsTimes: false)]

    private static let transports =
        ["sctp", "sctp-fragmented", "sctp-bundled", "sctp-interleaving", "sctp-over-udp"].map {
            Encapsulation(name: "\($0).pcap", transport: "SCTP", keepsTimes: false)
        } + [tcp("tcp-small-segments"), tcp("esp-null-tcp")] + plain("esp-null", "esp-null-tunnel", "esp-null-udp")
        + [
            Encapsulation(name: "turn-channel.pcap", caller: "192.0.2.10:49152", callee: "198.51.100.1:3478"),
            Encapsulation(
                name: "websocket.pcap", transport: "WS", caller: "192.0.2.10:40000", callee: "192.0.2.20:80",
                keepsTimes: false),
        ]

    private static let tunnels =
        plain(
            "gre", "gre-checksum-key-sequence", "gre-ethernet", "erspan-1", "erspan-2", "erspan-3",
            "erspan-3-subheader", "vxlan", "geneve", "gtp-u", "ip-in-ip", "4in6", "l2tp", "tzsp", "hep-1", "hep-2",
            "hep-3", "nested")
        + [version6("6in4"), Encapsulation(name: "hep-3-tcp.pcap", keepsTimes: false)]

    private static let files =
        plain("nanoseconds", "big-endian", "modified")
        + ["two-interfaces.pcapng", "two-sections.pcapng", "ethernet.pcap.gz", "ethernet.pcap.zst"].map {
            Encapsulation(name: $0)
        }
}
