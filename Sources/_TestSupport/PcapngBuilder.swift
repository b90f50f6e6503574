import TraceTypes

/// Makes the bytes of a pcapng file, block by block.
package struct PcapngBuilder: Sendable {
    /// The value of an option.
    package enum Value: Sendable {
        case text(String)
        case bytes([UInt8])
        case number(UInt64)
    }

    /// An option: its code and value.
    package typealias Option = (code: UInt16, value: Value)

    /// The bytes so far.
    package private(set) var bytes: [UInt8] = []
    private var isBigEndian: Bool

    /// Starts a file with a section.
    package init(bigEndian: Bool = false) {
        isBigEndian = bigEndian
        addSection(bigEndian: bigEndian)
    }

    /// Starts another section.
    package mutating func addSection(bigEndian: Bool = false) {
        isBigEndian = bigEndian
        add(0x0a0d_0d0a, number(0x1a2b_3c4d as UInt32) + number(1 as UInt16) + number(0 as UInt16) + number(UInt64.max))
    }

    /// Describes an interface.
    package mutating func addInterface(
        _ linkType: LinkType = .ethernet, snapLength: UInt32 = 0, _ options: [Option] = []
    ) {
        add(1, number(UInt16(linkType.rawValue)) + number(0 as UInt16) + number(snapLength) + encoded(options))
    }

    /// Adds an enhanced packet block; `captured` is the length it claims.
    package mutating func addPacket(
        _ frame: [UInt8], interface: UInt32 = 0, ticks: UInt64 = 0, captured: Int? = nil, wireLength: Int? = nil,
        _ options: [Option] = []
    ) {
        let lengths = number(UInt32(captured ?? frame.count)) + number(UInt32(wireLength ?? frame.count))
        add(6, number(interface) + stamp(ticks) + lengths + padded(frame) + encoded(options))
    }

    /// Adds a simple packet block.
    package mutating func addSimplePacket(_ frame: [UInt8], wireLength: Int? = nil) {
        add(3, number(UInt32(wireLength ?? frame.count)) + padded(frame))
    }

    /// Adds a packet block of the obsolete kind.
    package mutating func addObsoletePacket(
        _ frame: [UInt8], interface: UInt16 = 0, drops: UInt16 = .max, ticks: UInt64 = 0
    ) {
        let lengths = number(UInt32(frame.count)) + number(UInt32(frame.count))
        add(2, number(interface) + number(drops) + stamp(ticks) + lengths + padded(frame))
    }

    /// Adds an interface statistics block.
    package mutating func addStatistics(interface: UInt32 = 0, _ options: [Option]) {
        add(5, number(interface) + stamp(0) + encoded(options))
    }

    /// Adds a block of any kind; `length` is what it claims.
    package mutating func add(_ kind: UInt32, _ body: [UInt8], length: UInt32? = nil) {
        let length = number(length ?? UInt32(body.count + 12))
        bytes += number(kind) + length + body + length
    }

    /// A number in the section's byte order.
    package func number<Number: FixedWidthInteger>(_ value: Number) -> [UInt8] {
        let bytes = (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        return isBigEndian ? bytes.reversed() : bytes
    }

    private func stamp(_ ticks: UInt64) -> [UInt8] {
        number(UInt32(ticks >> 32)) + number(UInt32(ticks & 0xffff_ffff))
    }

    private func encoded(_ options: [Option]) -> [UInt8] {
        guard !options.isEmpty else { return [] }
        return options.flatMap { option in
            let value =
                switch option.value {
                case .text(let text): Array(text.utf8)
                case .bytes(let bytes): bytes
                case .number(let value): number(value)
                }
            return number(option.code) + number(UInt16(value.count)) + padded(value)
        } + [0, 0, 0, 0]
    }

    private func padded(_ bytes: [UInt8]) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    }
}
