import _TestSupport

extension PacketBuilder {
    /// The bytes with some of them replaced.
    func replacing(_ offset: Int, with new: [UInt8]) -> [UInt8] {
        var result = bytes
        result.replaceSubrange(offset..<(offset + new.count), with: new)
        return result
    }

    /// The packet with bytes behind it that its headers so far do not count.
    func appending(_ tail: [UInt8]) -> PacketBuilder {
        PacketBuilder(bytes + tail, protocolNumber: 17)
    }

    /// The packet with some of its bytes replaced.
    func swapping(_ offset: Int, _ new: [UInt8]) -> PacketBuilder {
        PacketBuilder(replacing(offset, with: new))
    }
}
