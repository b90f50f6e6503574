"""Link layers: what stands in front of an IP packet on a wire, in the air or in a capture."""
import struct
import zlib

from .network import IPV4, ether_type

BROADBAND_PPP = {0x0800: 0x0021, 0x86DD: 0x0057}


def hardware_address(message, is_source):
    return bytes([2, 0, 0, 0, 0, 10 if message.is_from_caller == is_source else 20])


def ethernet(message, packet, kind=None, tags=()):
    """An Ethernet frame with VLAN tags of (type, identifier)."""
    head = hardware_address(message, False) + hardware_address(message, True)
    for tag, identifier in tags:
        head += struct.pack(">HH", tag, identifier)
    return head + struct.pack(">H", ether_type(packet) if kind is None else kind) + packet


def snap(packet):
    """LLC and SNAP in front of an IP packet."""
    return b"\xaa\xaa\x03\0\0\0" + struct.pack(">H", ether_type(packet)) + packet


def ethernet_snap(message, packet):
    """An IEEE 802.3 frame, whose type field is a length."""
    payload = snap(packet)
    return ethernet(message, payload, kind=len(payload))


def mpls(labels):
    """A stack of labels."""
    last = len(labels) - 1
    return b"".join(
        struct.pack(">I", label << 12 | (1 << 8 if index == last else 0) | 64) for index, label in enumerate(labels)
    )


def ppp(packet, control=b""):
    """A PPP frame."""
    return control + struct.pack(">H", BROADBAND_PPP[ether_type(packet)]) + packet


def pppoe(message, packet):
    """A PPPoE session frame on Ethernet."""
    payload = ppp(packet)
    return ethernet(message, struct.pack(">BBHH", 0x11, 0, 1, len(payload)) + payload, kind=0x8864)


def cooked(message, packet):
    """Linux cooked, version 1."""
    head = struct.pack(">HHH6sxxH", 4, 1, 6, hardware_address(message, True), ether_type(packet))
    return head + packet


def cooked2(message, packet):
    """Linux cooked, version 2."""
    head = struct.pack(">HxxIHBB6sxx", ether_type(packet), 2, 1, 4, 6, hardware_address(message, True))
    return head + packet


def loopback(packet, order):
    """The address family of BSD loopback."""
    return struct.pack(order + "I", 2 if ether_type(packet) == IPV4 else 30) + packet


def wireless(message, packet):
    """An IEEE 802.11 QoS data frame: from a station to its access point, or from there."""
    to_access_point = message.is_from_caller
    station, access_point = bytes([2, 0, 0, 0, 0, 10]), bytes([2, 0, 0, 0, 0, 1])
    other = bytes([2, 0, 0, 0, 0, 20])
    addresses = access_point + station + other if to_access_point else station + access_point + other
    head = bytes([0x88, 1 if to_access_point else 2, 0x2C, 0]) + addresses
    return head + struct.pack("<H", message.number << 4) + b"\x06\x00" + snap(packet)


def radiotap(message, packet):
    """The same behind a radiotap header of flags, rate and channel, and with its check sequence."""
    frame = wireless(message, packet)
    head = struct.pack("<BBHIBBHH", 0, 0, 14, 0b1110, 0x10, 108, 5180, 0x0140)
    return head + frame + struct.pack("<I", zlib.crc32(frame))


def nflog(packet):
    """Linux netfilter log: attributes, the packet in one of them."""

    def attribute(kind, value):
        return struct.pack("<HH", 4 + len(value), kind) + value + bytes(-len(value) % 4)

    head = struct.pack(">BBH", 2, 0, 5)
    return head + attribute(1, struct.pack(">HBx", 0x0800, 1)) + attribute(10, b"sip\0") + attribute(9, packet)


def juniper_ethernet(message, packet):
    """Juniper Ethernet: magic number, flags, extension values, then the frame."""
    extension = bytes([1, 2, 0, 7, 2, 1, 14, 3, 1, 14])
    flags = 0x80 | (0 if message.is_from_caller else 1)
    head = b"MGC" + bytes([flags]) + struct.pack(">H", len(extension)) + extension
    return head + ethernet(message, packet)


def pktap(message, packet):
    """Apple's pktap: a header that names the device and the process."""
    head = struct.pack(
        "<III24sIIIII20sIHHI20s", 108, 1, 1, b"en0", 2 if message.is_from_caller else 1, 2, 14, 0, 501, b"sipphone", 0,
        6, 0, 501, b"sipphone",
    )
    return head + ethernet(message, packet)
