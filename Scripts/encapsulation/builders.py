"""How the captures are made: each function here gives one, or gives a function that does, from the call over UDP and
the frames of the same call over TCP."""
import struct

from . import files, homer, links, network, transports, tunnels
from .call import over, over_ipv6


def each(wrap, link_type=files.ETHERNET, **format_):
    """One frame for each message."""
    return lambda call, _: files.pcap([(m.time, wrap(m)) for m in call], link_type, **format_)


def wrapped(wrap, link_type=files.ETHERNET):
    """One frame for each message, whose IP packet is wrapped."""
    return each(lambda message: wrap(message, network.datagram(message)), link_type)


def on_ethernet(message, packet):
    return links.ethernet(message, packet)


def tagged(*tags):
    return wrapped(lambda message, packet: links.ethernet(message, packet, tags=tags))


def labelled(*labels):
    return wrapped(lambda message, packet: links.ethernet(message, links.mpls(labels) + packet, kind=0x8847))


def tunnelled(tunnel):
    """A tunnel whose outer packet goes over Ethernet."""
    return wrapped(lambda message, packet: on_ethernet(message, tunnel(message, packet)))


def homer_datagram(pack):
    """Each message on its way to the collector, over UDP."""
    ends = homer.AGENT, homer.COLLECTOR

    def wrap(message):
        payload = network.udp(*ends, 40000, 9060, pack(message))
        return bare(network.ipv4(*ends, network.UDP, payload, message.number + 1))

    return each(wrap)


def version6(make):
    """The same with the call between IPv6 addresses."""
    return lambda call, tcp: make(over_ipv6(call), tcp)


def bare(packet):
    """An IP packet as an Ethernet frame, where no message gives the direction."""
    return bytes([2, 0, 0, 0, 0, 20, 2, 0, 0, 0, 0, 10]) + struct.pack(">H", network.ether_type(packet)) + packet


def on_wire(packets):
    return files.pcap([(time, bare(packet)) for time, packet in packets], files.ETHERNET)


def pieces(cut):
    """Several IP packets for each message, a microsecond apart."""

    def make(call, _):
        return on_wire([(m.time + 1000 * i, p) for m in call for i, p in enumerate(cut(m))])

    return make


def pseudowire(message, packet):
    control = struct.pack(">I", 1 + message.number)
    return links.ethernet(message, links.mpls([16]) + control + links.ethernet(message, packet), kind=0x8847)


def nested(message, packet):
    inner = tunnels.vxlan(message, packet)
    return links.ethernet(message, tunnels.gre(message, network.IPV4, inner), tags=((0x88A8, 7), (0x8100, 8)))


def homer_stream(call, _):
    connection = network.Connection(homer.AGENT, homer.COLLECTOR, 40000, 9060, call[0].time - 10_000)
    packets = [homer.hep3(message) for message in call]
    # The first two come in one segment, the others in pieces.
    connection.send(True, packets[0] + packets[1], call[1].time)
    for message, packet in list(zip(call, packets))[2:]:
        connection.send(True, packet, message.time, 300)
    connection.close()
    return on_wire(connection.packets)


def websocket(call, _):
    first = call[0]
    connection = network.Connection(first.source, first.destination, 40000, 80, first.time - 10_000)
    request, response = transports.websocket_handshake()
    connection.send(True, request, first.time - 8_000)
    connection.send(False, response, first.time - 6_000)
    for message in over(call, "WS"):
        mask = struct.pack(">I", 0x9E3779B9 * (message.number + 1) % (1 << 32)) if message.is_from_caller else b""
        is_cut = message.text.startswith(b"SIP/2.0 200 OK") and message.number < 6
        parts = [message.text[:200], message.text[200:300], message.text[300:]] if is_cut else [message.text]
        for index, part in enumerate(parts):
            is_last = index == len(parts) - 1
            frame = transports.websocket_frame(0 if index else 1, part, is_last, mask)
            connection.send(message.is_from_caller, frame, message.time)
            if is_cut and index == 0:
                connection.send(False, transports.websocket_frame(9, b"still there?"), message.time)
                connection.send(True, transports.websocket_frame(10, b"still there?", mask=b"\1\2\3\4"), message.time)
    closing = struct.pack(">H", 1000)
    connection.send(True, transports.websocket_frame(8, closing, mask=b"\5\6\7\x08"), call[-1].time)
    connection.send(False, transports.websocket_frame(8, closing), call[-1].time)
    connection.close()
    return on_wire(connection.packets)


def sctp(interleaving=False, split=1, bundled=False, separate=True, port=5060, wrap=bare):
    """An association; messages are split, or the first two responses share a packet."""

    def make(call, _):
        association = transports.Association(call, port, interleaving)
        waiting = []
        for message in over(call, "SCTP"):
            side = message.is_from_caller
            parts = split if len(message.text) > 400 else 1
            chunks = waiting + association.data(side, message.text, parts)
            waiting = chunks if bundled and message.number == 1 else []
            if waiting:
                continue
            groups = [[chunk] for chunk in chunks] if separate and not bundled else [chunks]
            for group in groups:
                association.send(side, group, message.time)
            association.send(not side, [association.acknowledge(not side)])
        return files.pcap(association.frames(wrap), files.ETHERNET)

    return make


def sctp_over_udp(packet):
    """Puts an SCTP packet into UDP (RFC 6951)."""
    source, destination = (".".join(map(str, packet[at : at + 4])) for at in (12, 16))
    return bare(
        network.ipv4(source, destination, network.UDP, network.udp(source, destination, 9899, 9899, packet[20:]))
    )


def esp_transport(message):
    parts = message.source, message.destination
    payload = network.udp(*parts, message.source_port, message.destination_port, message.text)
    secured = transports.esp(payload, network.UDP, message.number, 12)
    return on_ethernet(message, network.ipv4(*parts, 50, secured, message.number + 1))


def esp_tunnel(message):
    secured = transports.esp(network.datagram(message), 4, message.number, 16)
    return on_ethernet(message, network.gateway_packet(message, 50, secured))


def esp_tcp(call, tcp):
    """The connection of `tcp` inside ESP, segment for segment."""
    packets = []
    for number, frame in enumerate(tcp):
        packet = frame.data[14:]
        ends = [".".join(map(str, packet[at : at + 4])) for at in (12, 16)]
        length = struct.unpack_from(">H", packet, 2)[0]
        secured = transports.esp(packet[20:length], network.TCP, number, 12)
        packets.append((frame.time, network.ipv4(*ends, 50, secured, number + 1)))
    return on_wire(packets)


def esp_over_udp(message):
    parts = message.source, message.destination
    payload = network.udp(*parts, message.source_port, message.destination_port, message.text)
    secured = transports.esp(payload, network.UDP, message.number, 12)
    outer = network.udp(*parts, 4500, 4500, secured)
    return on_ethernet(message, network.ipv4(*parts, network.UDP, outer, message.number + 1))


def turn(call, _):
    """The caller behind a TURN server: a channel is bound, then each message goes through it."""
    client, server = ("192.0.2.10", 49152), ("198.51.100.1", 3478)

    def packet(is_from_client, payload, number):
        (source, port), (destination, other) = (client, server) if is_from_client else (server, client)
        body = network.udp(source, destination, port, other, payload)
        return network.ipv4(source, destination, network.UDP, body, number)

    peer = struct.pack(">BBHI", 0, 1, 5060 ^ 0x2112, 0xC0000214 ^ 0x2112A442)
    bind = transports.stun(0x0009, [(0x000C, struct.pack(">HH", 0x4000, 0)), (0x0012, peer)], b"transaction1")
    bound = transports.stun(0x0109, [(0x8022, b"turn")], b"transaction1")
    start = call[0].time - 5_000
    packets = [(start, packet(True, bind, 1)), (start + 1000, packet(False, bound, 2))]
    for message in call:
        data = struct.pack(">HH", 0x4000, len(message.text)) + message.text
        packets.append((message.time, packet(message.is_from_caller, data, 3 + message.number)))
    return on_wire(packets)


def repeated_and_overlapping(message):
    """Each fragment but the last twice; each reaches eight bytes into the next."""
    *parts, last = transports.fragments_v4(message, 256, 8)
    return [packet for part in parts for packet in (part, part)] + [last]


def small_segments(call, tcp):
    """The connection of `tcp`, its data in segments of 48 bytes."""
    frames = []
    for frame in tcp:
        packet = frame.data[14:]
        ends = [".".join(map(str, packet[at : at + 4])) for at in (12, 16)]
        end, header = struct.unpack_from(">H", packet, 2)[0], 20 + (packet[32] >> 4) * 4
        fields = struct.unpack_from(">HHIIBB", packet, 20)
        data = packet[header:end]
        for start in range(0, max(1, len(data)), 48):
            segment = network.tcp(
                *ends, *fields[:2], (fields[2] + start) % (1 << 32), fields[3], fields[5], data[start : start + 48]
            )
            number = len(frames) + 1
            frames.append((frame.time + 20 * (start // 48), network.ipv4(*ends, network.TCP, segment, number)))
    return on_wire(frames)


def two_interfaces(call, _):
    """The caller's messages from an Ethernet device in microseconds, the callee's from `any` in nanoseconds."""
    frames = []
    for message in call:
        packet = network.datagram(message)
        side = 0 if message.is_from_caller else 1
        data = links.cooked(message, packet) if side else on_ethernet(message, packet)
        frames.append((side, message.time, data))
    return files.section("<", [(files.ETHERNET, 6), (113, 9)], frames)


def two_sections(call, _):
    """The first half little-endian, the second big-endian."""
    frames = [(0, m.time, on_ethernet(m, network.datagram(m))) for m in call]
    return files.section("<", [(files.ETHERNET, 6)], frames[:4]) + files.section(">", [(files.ETHERNET, 6)], frames[4:])
