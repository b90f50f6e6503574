import TraceTypes
import _TestSupport

extension PacketBuilder {
    /// Adds LLC and SNAP with the EtherType of IPv4, or another.
    func snap(_ type: UInt16 = 0x0800, organization: [UInt8] = [0, 0, 0]) -> PacketBuilder {
        prefixed([0xaa, 0xaa, 3] + organization + Bytes.big(type))
    }

    /// Adds the header of an 802.11 data frame; its length follows from the flags.
    func wifi(_ kind: UInt8 = 0x08, flags: UInt8 = 0x01, fragment: UInt8 = 0, quality: UInt8 = 0) -> PacketBuilder {
        var header: [UInt8] = [kind, flags] + [UInt8](repeating: 2, count: 20) + [fragment, 0]
        if flags & 3 == 3 { header += [2, 2, 2, 2, 2, 2] }
        if kind & 0x80 != 0 { header += [quality, 0] }
        if kind & 0x80 != 0, flags & 0x80 != 0 { header += [0, 0, 0, 0] }
        return prefixed(header)
    }

    /// Adds a radiotap header with these fields.
    func radiotap(present: [UInt32], fields: [UInt8] = []) -> PacketBuilder {
        let words = present.flatMap { Bytes.big($0.byteSwapped) }
        let length = UInt16(4 + words.count + fields.count)
        return prefixed([0, 0] + Bytes.big(length.byteSwapped) + words + fields)
    }

    /// Adds a Prism header, of which only the length matters.
    func prism() -> PacketBuilder {
        prefixed([0x44, 0, 0, 0, 144, 0, 0, 0] + [UInt8](repeating: 0, count: 136))
    }

    /// Adds an AVS header.
    func avs() -> PacketBuilder {
        prefixed(Bytes.big(0x8021_1001 as UInt32) + Bytes.big(64 as UInt32) + [UInt8](repeating: 0, count: 56))
    }

    /// Adds a PPI header without fields.
    func ppi(_ linkType: UInt32) -> PacketBuilder {
        prefixed([0, 0, 8, 0] + Bytes.big(linkType.byteSwapped))
    }

    /// Adds a PKTAP header.
    func pktap(_ linkType: UInt32, length: UInt32 = 108, record: UInt32 = 1) -> PacketBuilder {
        let fields = [length, record, linkType].flatMap { Bytes.big($0.byteSwapped) }
        return prefixed(fields + [UInt8](repeating: 0, count: max(0, Int(length) - 12)))
    }

    /// Adds the family and the attributes of a packet that netfilter logged; the packet is the last of them.
    func nflog(family: UInt8, etherType: UInt16 = 0x0800) -> PacketBuilder {
        let header = [8, 0, 1, 0] + Bytes.big(etherType) + [1, 0]
        let prefix: [UInt8] = [7, 0, 10, 0, 0x61, 0x62, 0, 0]
        return prefixed([family, 0, 0, 0] + header + prefix + Bytes.big(UInt16(bytes.count + 4).byteSwapped) + [9, 0])
    }

    /// Adds the tags of what Wireshark exports.
    func exported(_ name: String, isV6: Bool = false, type: UInt32 = 3) -> PacketBuilder {
        let padded = Array(name.utf8) + [UInt8](repeating: 0, count: (4 - name.utf8.count % 4) % 4)
        let addresses =
            isV6
            ? [0, 22, 0, 16] + Bytes.big(Sample.alice6.high) + Bytes.big(Sample.alice6.low)
                + [0, 23, 0, 16] + Bytes.big(Sample.bob6.high) + Bytes.big(Sample.bob6.low)
            : [0, 20, 0, 4] + Bytes.big(UInt32(Sample.alice.low)) + [0, 21, 0, 4] + Bytes.big(UInt32(Sample.bob.low))
        let ports = [0, 25, 0, 4, 0, 0, 0x13, 0xc4, 0, 26, 0, 4, 0, 0, 0x13, 0xd8] as [UInt8]
        let header = [0, 12, 0, UInt8(padded.count)] + padded + addresses + [0, 24, 0, 4] + Bytes.big(type)
        return prefixed(header + ports + [0, 0, 0, 0])
    }

    /// Adds the record header of an Endace card.
    func erf(_ kind: UInt8, extensions: Int = 0) -> PacketBuilder {
        let padding: [UInt8] = [22, 23].contains(kind & 0x7f) ? [] : [0, 0]
        var more: [UInt8] = []
        for index in 0..<extensions { more += [index + 1 < extensions ? 0x83 : 3, 0, 0, 0, 0, 0, 0, 1] }
        let record = Bytes.big(UInt16(16 + more.count + padding.count + bytes.count))
        let header = [0, 0, 0, 0, 1, 0, 0, 0, kind, 4] + record + [0, 0] + Bytes.big(UInt16(bytes.count))
        return prefixed(header + more + padding)
    }

    /// Adds what a Juniper router puts before a frame.
    func juniper(flags: UInt8 = 0x01, extensions: [UInt8] = []) -> PacketBuilder {
        let length = extensions.isEmpty ? [] : Bytes.big(UInt16(extensions.count))
        return prefixed([0x4d, 0x47, 0x43, flags] + length + extensions)
    }

    /// Adds a Linux cooked header, version 1, of a kind of device.
    func linuxCooked(device: UInt16, type: UInt16) -> PacketBuilder {
        prefixed([0, 0] + Bytes.big(device) + [0, 6, 2, 0, 0, 0, 0, 1, 0, 0] + Bytes.big(type))
    }

    /// Adds a Linux cooked header, version 2, of a kind of device.
    func linuxCooked2(device: UInt16, type: UInt16) -> PacketBuilder {
        prefixed(Bytes.big(type) + [0, 0, 0, 0, 0, 1] + Bytes.big(device) + [0, 6, 2, 0, 0, 0, 0, 1, 0, 0])
    }
}
