"""What carries SIP instead of UDP: SCTP, WebSocket, IPsec without encryption, TURN channels, fragments."""
import base64
import hashlib
import struct

from .network import SCTP, UDP, ip, ipv4, ipv6, packed, udp


def crc32c(data):
    """The checksum of SCTP."""
    value = 0xFFFFFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0x82F63B78 if value & 1 else 0)
    return value ^ 0xFFFFFFFF


def chunk(kind, flags, body):
    """An SCTP chunk; padding is not part of its length."""
    return struct.pack(">BBH", kind, flags, 4 + len(body)) + body + bytes(-len(body) % 4)


class Association:
    """The packets of an SCTP association between two ends."""

    tags = {True: 0x11111111, False: 0x22222222}

    def __init__(self, call, port=5060, interleaving=False):
        first = call[0]
        self.ends = {True: (first.source, port), False: (first.destination, port)}
        self.tsn = {True: 4_294_967_294, False: 70}
        self.message = {True: 0, False: 0}
        self.interleaving = interleaving
        self.packets = []
        self.time = first.time - 10_000
        initiation = {
            side: struct.pack(">IIHHI", self.tags[side], 65536, 2, 2, self.tsn[side]) for side in (True, False)
        }
        supported = struct.pack(">HHB", 0x8008, 5, 64) if interleaving else b""
        cookie = b"cookies!"
        parameter = struct.pack(">HH", 7, 4 + len(cookie)) + cookie
        self.send(True, [chunk(1, 0, initiation[True] + supported)], tag=0)
        self.send(False, [chunk(2, 0, initiation[False] + parameter + supported)])
        self.send(True, [chunk(10, 0, cookie)])
        self.send(False, [chunk(11, 0, b"")])

    def send(self, from_client, chunks, time=0, tag=None):
        """Sends a packet of chunks."""
        self.time = max(time, self.time + 1000)
        (source, source_port), (destination, destination_port) = self.ends[from_client], self.ends[not from_client]
        tag = self.tags[not from_client] if tag is None else tag
        head, body = struct.pack(">HHI", source_port, destination_port, tag), b"".join(chunks)
        packet = head + struct.pack("<I", crc32c(head + bytes(4) + body)) + body
        self.packets.append((self.time, source, destination, packet))

    def acknowledge(self, from_client):
        """A SACK of all that the other side has sent."""
        last = (self.tsn[not from_client] - 1) % (1 << 32)
        return chunk(3, 0, struct.pack(">IIHH", last, 65536, 0, 0))

    def data(self, from_client, text, parts=1):
        """The DATA or I-DATA chunks of a message, in about equal parts."""
        size = -(-len(text) // parts)
        chunks = []
        for index in range(parts):
            flags = (2 if index == 0 else 0) | (1 if index == parts - 1 else 0)
            tsn, number = self.tsn[from_client], self.message[from_client]
            part = text[index * size : (index + 1) * size]
            if self.interleaving:
                # The first fragment says the payload protocol, the others which fragment they are.
                chunks.append(chunk(64, flags, struct.pack(">IHHII", tsn, 1, 0, number, index) + part))
            else:
                chunks.append(chunk(0, flags, struct.pack(">IHHI", tsn, 1, number, 0) + part))
            self.tsn[from_client] = (tsn + 1) % (1 << 32)
        self.message[from_client] += 1
        return chunks

    def frames(self, wrap):
        """All packets, put into frames by `wrap`, which gets addresses, IP protocol and payload."""
        return [
            (time, wrap(ip(source, destination, SCTP, packet, 1 + number)))
            for number, (time, source, destination, packet) in enumerate(self.packets)
        ]


def websocket_handshake():
    """The request and the response that open a WebSocket for SIP (RFC 7118)."""
    key = base64.b64encode(b"a fixed nonce 16")
    accept = base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())
    request = (
        b"GET / HTTP/1.1\r\nHost: 192.0.2.20\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: " + key + b"\r\nOrigin: http://192.0.2.20\r\nSec-WebSocket-Protocol: sip\r\n"
        b"Sec-WebSocket-Version: 13\r\n\r\n"
    )
    response = (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept + b"\r\nSec-WebSocket-Protocol: sip\r\n\r\n"
    )
    return request, response


def websocket_frame(opcode, payload, is_last=True, mask=b""):
    """A WebSocket frame, masked if there is a mask."""
    length = len(payload)
    bit = 0x80 if mask else 0
    size = bytes([bit | length]) if length < 126 else struct.pack(">BH", bit | 126, length)
    if mask:
        payload = bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload))
    return bytes([(0x80 if is_last else 0) | opcode]) + size + mask + payload


def esp(payload, next_header, number, check_length):
    """ESP with null encryption: the check value is not computed, nobody here has a key."""
    padding = -(len(payload) + 2) % 4
    trailer = bytes(range(1, padding + 1)) + bytes([padding, next_header])
    check = bytes((37 * index + number * 11 + 129) % 256 for index in range(check_length))
    return struct.pack(">II", 0x1000 + number % 2, 1 + number) + payload + trailer + check


def fragments_v4(message, size=256, overlap=0):
    """The IPv4 fragments of a message over UDP."""
    whole = udp(message.source, message.destination, message.source_port, message.destination_port, message.text)
    for start in range(0, len(whole), size):
        end = min(start + size + overlap, len(whole))
        more = 0x2000 if end < len(whole) else 0
        yield ipv4(message.source, message.destination, UDP, whole[start:end], message.number + 1, start // 8 | more)
        if end == len(whole):
            break


def fragments_v6(message, size=256):
    """The IPv6 fragments of a message over UDP."""
    whole = udp(message.source, message.destination, message.source_port, message.destination_port, message.text)
    for start in range(0, len(whole), size):
        more = 1 if start + size < len(whole) else 0
        head = struct.pack(">BxHI", UDP, start | more, 0xF00D + message.number)
        yield ipv6(message.source, message.destination, 44, head + whole[start : start + size])


def extended(message):
    """A message over UDP behind hop-by-hop options, destination options, a routing header and more options."""
    payload = udp(message.source, message.destination, message.source_port, message.destination_port, message.text)
    padding = bytes([1, 4, 0, 0, 0, 0])
    payload = bytes([UDP, 0]) + padding + payload
    payload = bytes([60, 2, 4, 0, 0, 0, 0, 0]) + packed(message.destination) + payload
    payload = bytes([43, 1]) + bytes([1, 12]) + bytes(12) + payload
    payload = bytes([60, 0]) + padding + payload
    return ipv6(message.source, message.destination, 0, payload)


def stun(kind, attributes, identifier):
    """A STUN message."""
    body = b"".join(
        struct.pack(">HH", name, len(value)) + value + bytes(-len(value) % 4) for name, value in attributes
    )
    return struct.pack(">HHI12s", kind, len(body), 0x2112A442, identifier) + body
