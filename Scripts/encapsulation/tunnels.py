"""Tunnels: what stands between an outer IP packet and the call's own packets."""
import struct

from .links import ethernet, ppp
from .network import checksum, ether_type, gateway_datagram, gateway_packet

GRE = 47
TRANSPARENT_ETHERNET = 0x6558


def gre(message, kind, payload, flags=0, options=b""):
    """GRE between the gateways; `options` follow the protocol type."""
    return gateway_packet(message, GRE, struct.pack(">HH", flags, kind) + options + payload)


def gre_checked(message, packet):
    """GRE with checksum, key and sequence number."""
    kind = ether_type(packet)
    fields = struct.pack(">II", 0xC0FFEE, message.number)
    whole = struct.pack(">HH", 0xB000, kind) + bytes(4) + fields + packet
    return gre(message, kind, packet, 0xB000, struct.pack(">Hxx", checksum(whole)) + fields)


def erspan1(message, packet):
    """ERSPAN type I: an Ethernet frame right behind GRE without a sequence number."""
    return gre(message, 0x88BE, ethernet(message, packet))


def erspan2(message, packet):
    """ERSPAN type II: version 1, VLAN 7, session 9, port index 3."""
    head = struct.pack(">HHI", 1 << 12 | 7, 9, 3)
    return gre(message, 0x88BE, head + ethernet(message, packet), 0x1000, struct.pack(">I", message.number))


def erspan3(message, packet, subheader=b""):
    """ERSPAN type III: version 2, with a time stamp and perhaps a platform's subheader."""
    stamp = 1000 * message.number
    head = struct.pack(">HHIHH", 2 << 12 | 7, 9, stamp, 0, 1 if subheader else 0) + subheader
    return gre(message, 0x22EB, head + ethernet(message, packet), 0x1000, struct.pack(">I", message.number))


def vxlan(message, packet):
    """VXLAN over the gateways; network 42."""
    return gateway_datagram(message, 4789, struct.pack(">II", 0x08 << 24, 42 << 8) + ethernet(message, packet))


def geneve(message, packet):
    """GENEVE with one option of eight bytes in all."""
    option = struct.pack(">HBBI", 0x0102, 0x01, 1, 0xDECAF)
    head = struct.pack(">BBHI", len(option) // 4, 0, TRANSPARENT_ETHERNET, 42 << 8) + option
    return gateway_datagram(message, 6081, head + ethernet(message, packet))


def gtp_user(message, packet):
    """GTP-U with a sequence number and the PDU session container as extension header."""
    direction = 0x10 if message.is_from_caller else 0x00
    extension = struct.pack(">BBBB", 1, direction, 9, 0)
    body = struct.pack(">HBB", message.number, 0, 0x85) + extension + packet
    return gateway_datagram(message, 2152, struct.pack(">BBHI", 0x36, 255, len(body), 0xABCD) + body)


def l2tp(message, packet):
    """An L2TP version 2 data message with a length, in it PPP."""
    payload = ppp(packet, b"\xff\x03")
    return gateway_datagram(message, 1701, struct.pack(">HHHH", 0x4002, 8 + len(payload), 5, 6) + payload)


def tzsp(message, packet):
    """TZSP as a router's sniffer sends it, with a signal strength and padding as tags."""
    tags = bytes([0x0A, 1, 0xC4, 0x00, 0x01])
    return gateway_datagram(message, 37008, struct.pack(">BBH", 1, 0, 1) + tags + ethernet(message, packet))
