"""IP, UDP and TCP headers with right lengths and checksums."""
import ipaddress
import struct

IPV4, IPV6 = 0x0800, 0x86DD
TCP, UDP, SCTP = 6, 17, 132
FIN, SYN, PUSH, ACK = 1, 2, 8, 16


def checksum(data):
    """The Internet checksum."""
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(">%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def packed(address):
    return ipaddress.ip_address(address).packed


def ipv4(source, destination, protocol, payload, identification=1, fragment=0):
    """An IPv4 packet; `fragment` is the field of flags and offset."""
    head = struct.pack(
        ">BBHHHBBH", 0x45, 0, 20 + len(payload), identification, fragment, 64, protocol, 0
    ) + packed(source) + packed(destination)
    return head[:10] + struct.pack(">H", checksum(head)) + head[12:] + payload


def ipv6(source, destination, next_header, payload):
    """An IPv6 packet."""
    head = struct.pack(">IHBB", 6 << 28, len(payload), next_header, 64)
    return head + packed(source) + packed(destination) + payload


def ip(source, destination, protocol, payload, identification=1):
    """A packet of whichever version the addresses have."""
    if ":" in source:
        return ipv6(source, destination, protocol, payload)
    return ipv4(source, destination, protocol, payload, identification)


def ether_type(packet):
    """The EtherType of an IP packet."""
    return IPV4 if packet[0] >> 4 == 4 else IPV6


def pseudo_header(source, destination, protocol, length):
    return packed(source) + packed(destination) + struct.pack(">IxxxB", length, protocol)


def udp(source, destination, source_port, destination_port, payload):
    """A UDP datagram, without an IP header."""
    head = struct.pack(">HHH", source_port, destination_port, 8 + len(payload))
    pseudo = pseudo_header(source, destination, UDP, 8 + len(payload))
    return head + struct.pack(">H", checksum(pseudo + head + b"\0\0" + payload) or 0xFFFF) + payload


def tcp(source, destination, source_port, destination_port, sequence, acknowledged, flags, payload=b""):
    """A TCP segment, without an IP header."""
    head = struct.pack(
        ">HHIIBBHHH", source_port, destination_port, sequence, acknowledged, 5 << 4, flags, 65535, 0, 0
    )
    pseudo = pseudo_header(source, destination, TCP, 20 + len(payload))
    return head[:16] + struct.pack(">H", checksum(pseudo + head + payload)) + head[18:] + payload


def datagram(message, text=None):
    """The IP packet of a message over UDP."""
    parts = message.source, message.destination
    ports = message.source_port, message.destination_port
    payload = udp(*parts, *ports, message.text if text is None else text)
    return ip(*parts, UDP, payload, message.number + 1)


def gateway_packet(message, protocol, payload):
    """A packet of a tunnel between two gateways, in the direction of the message."""
    ends = ("198.51.100.1", "198.51.100.2")
    source, destination = ends if message.is_from_caller else ends[::-1]
    return ipv4(source, destination, protocol, payload, 100 + message.number)


def gateway_datagram(message, port, payload):
    """A UDP datagram of such a tunnel."""
    ends = ("198.51.100.1", "198.51.100.2")
    source, destination = ends if message.is_from_caller else ends[::-1]
    return gateway_packet(message, UDP, udp(source, destination, port, port, payload))


class Connection:
    """The frames of a TCP connection between client and server."""

    def __init__(self, client, server, client_port, server_port, time):
        self.ends = {True: (client, client_port), False: (server, server_port)}
        self.sequence = {True: 1_000_000, False: 4_294_967_000}
        self.packets = []
        self.time = time
        self._add(True, SYN)
        self._add(False, SYN | ACK)
        self._add(True, ACK)

    def send(self, from_client, data, time, size=1400):
        """Sends data in segments of `size` bytes; the other side acknowledges."""
        self.time = max(time, self.time)
        for start in range(0, len(data), size):
            self._add(from_client, ACK | PUSH, data[start : start + size])
        self._add(not from_client, ACK)

    def close(self):
        """Both sides finish."""
        self._add(True, FIN | ACK)
        self._add(False, FIN | ACK)
        self._add(True, ACK)

    def _add(self, from_client, flags, data=b""):
        (source, source_port), (destination, destination_port) = self.ends[from_client], self.ends[not from_client]
        acknowledged = self.sequence[not from_client] if flags & ACK else 0
        segment = tcp(
            source, destination, source_port, destination_port, self.sequence[from_client], acknowledged, flags, data
        )
        packet = ip(source, destination, TCP, segment, 1 + len(self.packets))
        self.packets.append((self.time, packet))
        self.time += 1000
        length = len(data) + bool(flags & (SYN | FIN))
        self.sequence[from_client] = (self.sequence[from_client] + length) % (1 << 32)
