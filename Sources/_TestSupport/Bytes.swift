/// Numbers as the bytes a packet or a file holds.
package enum Bytes {
    /// Two bytes, the more significant first.
    package static func big(_ value: UInt16) -> [UInt8] {
        [UInt8(value >> 8), UInt8(value & 255)]
    }

    /// Four bytes, the most significant first.
    package static func big(_ value: UInt32) -> [UInt8] {
        big(UInt16(value >> 16)) + big(UInt16(value & 0xffff))
    }

    /// Eight bytes, the most significant first.
    package static func big(_ value: UInt64) -> [UInt8] {
        big(UInt32(value >> 32)) + big(UInt32(value & 0xffff_ffff))
    }
}
