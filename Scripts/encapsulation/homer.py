"""HEP, which carries messages to a collector with their addresses and times."""
import struct

from .network import packed

AGENT, COLLECTOR = "198.51.100.1", "198.51.100.9"


def hep1(message):
    """Version 1: a fixed header."""
    head = struct.pack(">BBBBHH", 1, 16, 2, 17, message.source_port, message.destination_port)
    return head + packed(message.source) + packed(message.destination) + message.text


def hep2(message):
    """Version 2: the same, then the time and the agent, in the sender's byte order."""
    seconds, nanos = divmod(message.time, 1_000_000_000)
    stamp = struct.pack("<IIHxx", seconds, nanos // 1000, 228)
    return b"\x02" + hep1(message)[1:16] + stamp + message.text


def hep3(message):
    """Version 3: chunks."""
    seconds, nanos = divmod(message.time, 1_000_000_000)
    call_id = message.text.split(b"Call-ID: ")[1].split(b"\r\n")[0]
    chunks = [
        (1, b"\x02"), (2, b"\x11"), (3, packed(message.source)), (4, packed(message.destination)),
        (7, struct.pack(">H", message.source_port)), (8, struct.pack(">H", message.destination_port)),
        (9, struct.pack(">I", seconds)), (10, struct.pack(">I", nanos // 1000)), (11, b"\x01"),
        (12, struct.pack(">I", 228)), (17, call_id), (19, b"node1"), (15, message.text),
    ]
    body = b"".join(struct.pack(">HHH", 0, kind, 6 + len(value)) + value for kind, value in chunks)
    return b"HEP3" + struct.pack(">H", 6 + len(body)) + body
