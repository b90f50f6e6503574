"""Which captures there are. Each gets the call over UDP and the frames of the same call over TCP."""
from dataclasses import dataclass
from typing import Callable

from . import builders as make
from . import files, homer, links, network, transports, tunnels
ESP_HEURISTIC = ("-o", "esp.enable_null_encryption_decode_heuristic:TRUE")
ESP_LONG_CHECK = (
    "-o", "esp.enable_encryption_decode:TRUE",
    "-o", 'uat:esp_sa:"IPv4","*","*","*","NULL","","ANY 128 bit authentication [no checking]",""',
)
NO_HEP = "has no HEP"


@dataclass(frozen=True)
class Fixture:
    """A capture: its file, what is in it, how to make it, and how tshark is to be asked for its messages."""

    name: str
    layers: str
    make: Callable
    options: tuple = ()
    blind: str = ""
    """Why tshark 4.0 does not find the messages; empty where it does."""
    recorded: str = "answered"
    """Which recorded call it holds."""


PLAIN = make.wrapped(make.on_ethernet)

LINKS = [
    Fixture("ethernet.pcap", "Ethernet", PLAIN),
    Fixture("vlan.pcap", "802.1Q tag", make.tagged((0x8100, 7))),
    Fixture("qinq.pcap", "two 802.1Q tags", make.tagged((0x8100, 7), (0x8100, 8))),
    Fixture("provider-bridge.pcap", "802.1ad tag, 802.1Q tag", make.tagged((0x88A8, 7), (0x8100, 8))),
    Fixture("three-tags.pcap", "802.1ad tag, two 802.1Q tags", make.tagged((0x88A8, 7), (0x8100, 8), (0x8100, 9))),
    Fixture("llc-snap.pcap", "802.3 with LLC and SNAP", make.wrapped(links.ethernet_snap)),
    Fixture("mpls.pcap", "one MPLS label", make.labelled(16)),
    Fixture("mpls-three-labels.pcap", "three MPLS labels", make.labelled(16, 17, 18)),
    Fixture("mpls-pseudowire.pcap", "MPLS label, control word, Ethernet", make.wrapped(make.pseudowire),
            ("-d", "mpls.label==16,pwethcw")),
    Fixture("pppoe.pcap", "PPPoE session", make.wrapped(links.pppoe)),
    Fixture("ppp.pcap", "PPP (DLT 9)", make.wrapped(lambda _, packet: links.ppp(packet), 9)),
    Fixture("ppp-hdlc.pcap", "PPP in HDLC framing (DLT 50)", make.wrapped(lambda _, p: links.ppp(p, b"\xff\x03"), 50)),
    Fixture("cooked-v1.pcap", "Linux cooked v1", make.wrapped(links.cooked, 113)),
    Fixture("cooked-v2.pcap", "Linux cooked v2", make.wrapped(links.cooked2, 276)),
    Fixture("null-little-endian.pcap", "BSD loopback, little-endian", make.wrapped(
        lambda _, packet: links.loopback(packet, "<"), 0)),
    Fixture("null-big-endian.pcap", "BSD loopback, big-endian", make.wrapped(
        lambda _, packet: links.loopback(packet, ">"), 0)),
    Fixture("loop.pcap", "OpenBSD loopback", make.wrapped(lambda _, packet: links.loopback(packet, ">"), 108)),
    Fixture("raw.pcap", "raw IP", make.wrapped(lambda _, packet: packet, 101)),
    Fixture("raw-ipv4.pcap", "raw IPv4", make.wrapped(lambda _, packet: packet, 228)),
    Fixture("raw-ipv6.pcap", "raw IPv6", make.version6(make.wrapped(lambda _, packet: packet, 229))),
    Fixture("ieee80211.pcap", "802.11 QoS data, LLC and SNAP", make.wrapped(links.wireless, 105)),
    Fixture("radiotap.pcap", "radiotap, 802.11 QoS data with check sequence", make.wrapped(links.radiotap, 127)),
    Fixture("nflog.pcap", "Linux netfilter log", make.wrapped(lambda _, packet: links.nflog(packet), 239)),
    Fixture("juniper-ethernet.pcap", "Juniper Ethernet", make.wrapped(links.juniper_ethernet, 178)),
    Fixture("pktap.pcap", "Apple pktap, Ethernet", make.wrapped(links.pktap, 258)),
]

NETWORKS = [
    Fixture("ipv6.pcap", "Ethernet, IPv6", make.version6(PLAIN)),
    Fixture("ipv6-extensions.pcap", "hop-by-hop, routing and destination options", make.version6(
        make.pieces(lambda message: [transports.extended(message)]))),
    Fixture("ipv4-fragments.pcap", "IPv4 fragments", make.pieces(transports.fragments_v4)),
    Fixture("ipv4-fragments-reversed.pcap", "IPv4 fragments, the last one first", make.pieces(
        lambda message: reversed(list(transports.fragments_v4(message))))),
    Fixture("ipv4-fragments-overlapping.pcap", "IPv4 fragments that repeat and overlap", make.pieces(
        make.repeated_and_overlapping)),
    Fixture("ipv6-fragments.pcap", "IPv6 fragments", make.version6(make.pieces(transports.fragments_v6))),
    Fixture("tcp-small-segments.pcap", "TCP, 48 bytes to a segment", make.small_segments, recorded="tcp"),
    Fixture("sctp.pcap", "SCTP, one DATA chunk for each message", make.sctp()),
    Fixture("sctp-fragmented.pcap", "SCTP, long messages in three chunks of a packet each", make.sctp(split=3)),
    Fixture("sctp-bundled.pcap", "SCTP, two messages in a packet, and one in three chunks of a packet", make.sctp(
        split=3, bundled=True)),
    Fixture("sctp-interleaving.pcap", "SCTP I-DATA, long messages in three chunks", make.sctp(
        interleaving=True, split=3)),
    Fixture("sctp-over-udp.pcap", "SCTP in UDP", make.sctp(wrap=make.sctp_over_udp)),
    Fixture("esp-null.pcap", "ESP in transport mode, null encryption, check value of 12 bytes", make.each(
        make.esp_transport), ESP_HEURISTIC),
    Fixture("esp-null-tcp.pcap", "the same with TCP inside", make.esp_tcp, ESP_HEURISTIC, recorded="tcp"),
    Fixture("esp-null-tunnel.pcap", "ESP in tunnel mode, null encryption, check value of 16 bytes", make.each(
        make.esp_tunnel), ESP_LONG_CHECK),
    Fixture("esp-null-udp.pcap", "ESP in UDP, null encryption", make.each(make.esp_over_udp), ESP_HEURISTIC),
    Fixture("turn-channel.pcap", "TURN channel data, after STUN", make.turn),
    Fixture("websocket.pcap", "WebSocket, masked, in parts, with a ping", make.websocket),
]

TUNNELS = [
    Fixture("gre.pcap", "GRE", make.tunnelled(lambda m, packet: tunnels.gre(m, network.ether_type(packet), packet))),
    Fixture("gre-checksum-key-sequence.pcap", "GRE with checksum, key, sequence number", make.tunnelled(
        tunnels.gre_checked)),
    Fixture("gre-ethernet.pcap", "GRE, Ethernet", make.tunnelled(
        lambda m, packet: tunnels.gre(m, tunnels.TRANSPARENT_ETHERNET, make.on_ethernet(m, packet)))),
    Fixture("erspan-1.pcap", "ERSPAN type I, Ethernet", make.tunnelled(tunnels.erspan1)),
    Fixture("erspan-2.pcap", "ERSPAN type II, Ethernet", make.tunnelled(tunnels.erspan2)),
    Fixture("erspan-3.pcap", "ERSPAN type III, Ethernet", make.tunnelled(tunnels.erspan3)),
    Fixture("erspan-3-subheader.pcap", "ERSPAN type III with subheader, Ethernet", make.tunnelled(
        lambda m, packet: tunnels.erspan3(m, packet, bytes([3 << 2] + [0] * 7)))),
    Fixture("vxlan.pcap", "VXLAN, Ethernet", make.tunnelled(tunnels.vxlan)),
    Fixture("geneve.pcap", "GENEVE with an option, Ethernet", make.tunnelled(tunnels.geneve)),
    Fixture("gtp-u.pcap", "GTP-U with sequence number and extension header", make.tunnelled(tunnels.gtp_user)),
    Fixture("ip-in-ip.pcap", "IPv4 in IPv4", make.tunnelled(lambda m, packet: network.gateway_packet(m, 4, packet))),
    Fixture("6in4.pcap", "IPv6 in IPv4", make.version6(make.tunnelled(
        lambda m, packet: network.gateway_packet(m, 41, packet)))),
    Fixture("4in6.pcap", "IPv4 in IPv6", make.wrapped(lambda m, packet: make.on_ethernet(
        m, network.ipv6("2001:db8:f::1", "2001:db8:f::2", 4, packet)))),
    Fixture("l2tp.pcap", "L2TPv2, PPP", make.tunnelled(tunnels.l2tp)),
    Fixture("tzsp.pcap", "TZSP, Ethernet", make.tunnelled(tunnels.tzsp)),
    Fixture("hep-1.pcap", "HEP version 1 over UDP", make.homer_datagram(homer.hep1), blind=NO_HEP),
    Fixture("hep-2.pcap", "HEP version 2 over UDP", make.homer_datagram(homer.hep2), blind=NO_HEP),
    Fixture("hep-3.pcap", "HEP version 3 over UDP", make.homer_datagram(homer.hep3), blind=NO_HEP),
    Fixture("hep-3-tcp.pcap", "HEP version 3 over TCP, two in a segment, others cut", make.homer_stream, blind=NO_HEP),
    Fixture("nested.pcap", "802.1ad and 802.1Q tags, GRE, VXLAN, Ethernet", make.wrapped(make.nested)),
]

FILES = [
    Fixture("nanoseconds.pcap", "pcap in nanoseconds", make.each(
        lambda m: make.on_ethernet(m, network.datagram(m)), magic=files.NANOSECOND)),
    Fixture("big-endian.pcap", "pcap, big-endian", make.each(
        lambda m: make.on_ethernet(m, network.datagram(m)), order=">")),
    Fixture("modified.pcap", "pcap with Kuznetzov's longer frame headers", make.each(
        lambda m: make.on_ethernet(m, network.datagram(m)), magic=files.MODIFIED)),
    Fixture("two-interfaces.pcapng", "pcapng, Ethernet and Linux cooked, two resolutions", make.two_interfaces),
    Fixture("two-sections.pcapng", "pcapng, a little-endian and a big-endian section", make.two_sections),
    Fixture("ethernet.pcap.gz", "gzip", lambda call, tcp: files.gzip(PLAIN(call, tcp))),
    Fixture("ethernet.pcap.zst", "Zstandard", lambda call, tcp: files.zstandard(PLAIN(call, tcp))),
]

ALL = LINKS + NETWORKS + TUNNELS + FILES
