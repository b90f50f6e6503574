"""The recorded call: its messages, and the same messages as another transport would carry them."""
import ipaddress
import re
import struct
from dataclasses import dataclass, replace

IPV6 = {"192.0.2.10": "2001:db8::10", "192.0.2.20": "2001:db8::20"}


@dataclass(frozen=True)
class Message:
    """One SIP message and how it travelled."""

    time: int
    """Nanoseconds since 1970."""
    source: str
    destination: str
    source_port: int
    destination_port: int
    text: bytes
    number: int
    """Its place in the call, from 0."""

    @property
    def is_from_caller(self):
        return self.source in ("192.0.2.10", "2001:db8::10")


@dataclass(frozen=True)
class Frame:
    """A captured frame."""

    time: int
    data: bytes


def frames(path):
    """The frames of a little-endian classic capture."""
    capture = path.read_bytes()
    assert capture[:4] == b"\xd4\xc3\xb2\xa1", path
    offset = 24
    while offset < len(capture):
        seconds, micros, length, _ = struct.unpack_from("<4I", capture, offset)
        yield Frame((seconds * 1_000_000 + micros) * 1000, capture[offset + 16 : offset + 16 + length])
        offset += 16 + length


def messages(path):
    """The messages of a capture of SIP over UDP, IPv4 and Ethernet, one to a frame."""
    found = []
    for number, frame in enumerate(frames(path)):
        packet = frame.data[14:]
        header = (packet[0] & 15) * 4
        source, destination = (str(ipaddress.IPv4Address(packet[at : at + 4])) for at in (12, 16))
        ports = struct.unpack_from(">HH", packet, header)
        end = struct.unpack_from(">H", packet, 2)[0]
        found.append(Message(frame.time, source, destination, *ports, packet[header + 8 : end], number))
    return found


def with_body_length(text):
    """The message with its Content-Length made right."""
    head, _, body = text.partition(b"\r\n\r\n")
    return re.sub(rb"(Content-Length:\s*)\d+", rb"\g<1>%d" % len(body), head) + b"\r\n\r\n" + body


def over(call, transport):
    """The call as it is written over another transport, such as TCP."""
    name = transport.encode()
    return [
        replace(
            message,
            text=message.text.replace(b"SIP/2.0/UDP", b"SIP/2.0/" + name).replace(
                b"transport=UDP", b"transport=" + name
            ),
        )
        for message in call
    ]


def over_ipv6(call):
    """The call between the same parties' IPv6 addresses, in the messages as well; the Call-ID stays."""

    def rewritten(message):
        text = message.text
        for old, new in IPV6.items():
            old, new = old.encode(), new.encode()
            text = text.replace(b"IN IP4 " + old, b"IN IP6 " + new)
            text = re.sub(rb"(?<=[ @])" + re.escape(old) + rb"(?=:5060)", b"[" + new + b"]", text)
        source, destination = IPV6[message.source], IPV6[message.destination]
        return replace(message, source=source, destination=destination, text=with_body_length(text))

    return [rewritten(message) for message in call]
