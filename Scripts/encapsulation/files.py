"""Capture files: pcap in all its forms, pcapng, and compression that any zlib does alike."""
import struct
import zlib

ETHERNET = 1
MICROSECOND, NANOSECOND, MODIFIED = 0xA1B2C3D4, 0xA1B23C4D, 0xA1B2CD34


def pcap(frames, link_type, order="<", magic=MICROSECOND):
    """A classic capture. The modified form has eight more bytes in front of each frame."""
    out = struct.pack(order + "IHHiIII", magic, 2, 4, 0, 0, 262_144, link_type)
    unit = 1 if magic == NANOSECOND else 1000
    for time, data in frames:
        seconds, nanos = divmod(time, 1_000_000_000)
        out += struct.pack(order + "IIII", seconds, nanos // unit, len(data), len(data))
        if magic == MODIFIED:
            out += struct.pack(order + "IHBx", 2, 0x0800, 0)
        out += data
    return out


def block(order, kind, body):
    """A pcapng block."""
    body += bytes(-len(body) % 4)
    length = struct.pack(order + "I", 12 + len(body))
    return struct.pack(order + "I", kind) + length + body + length


def option(order, code, value):
    return struct.pack(order + "HH", code, len(value)) + value + bytes(-len(value) % 4)


def section(order, interfaces, frames):
    """A pcapng section. Interfaces are (link type, decimals of a second); frames (interface, time, data)."""
    out = block(order, 0x0A0D0D0A, struct.pack(order + "IHHq", 0x1A2B3C4D, 1, 0, -1))
    for link_type, decimals in interfaces:
        options = option(order, 9, bytes([decimals])) + option(order, 0, b"")
        out += block(order, 1, struct.pack(order + "HHI", link_type, 0, 262_144) + options)
    for interface, time, data in frames:
        ticks = time // 10 ** (9 - interfaces[interface][1])
        head = struct.pack(order + "IIIII", interface, ticks >> 32, ticks & 0xFFFFFFFF, len(data), len(data))
        out += block(order, 6, head + data)
    return out


def gzip(data):
    """A gzip member, without matches, so that every version of zlib writes the same."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_HUFFMAN_ONLY)
    packed = packer.compress(data) + packer.flush()
    head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    return head + packed + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def zstandard(data):
    """A Zstandard frame of raw blocks (RFC 8878); its header says the length of the data."""
    out = struct.pack("<IBI", 0xFD2FB528, 0b1010_0000, len(data))
    size = 1024
    for start in range(0, len(data), size):
        part = data[start : start + size]
        is_last = start + size >= len(data)
        out += struct.pack("<I", len(part) << 3 | is_last)[:3] + part
    return out
