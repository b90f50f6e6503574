import TraceTypes

/// Encodes the blocks of a pcapng file, in this machine's byte order (draft-ietf-opsawg-pcapng).
struct PcapngEncoder {
    /// What was encoded and not yet taken.
    private(set) var bytes: [UInt8] = []

    private enum Block {
        static let section: UInt32 = 0x0A0D_0D0A
        static let interface: UInt32 = 1
        static let statistics: UInt32 = 5
        static let frame: UInt32 = 6
    }

    /// Forgets what was encoded and keeps the storage.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Adds what another encoded.
    mutating func append(_ other: PcapngEncoder) {
        bytes += other.bytes
    }

    /// Adds the block that a file begins with.
    mutating func addSection(application: String) {
        block(Block.section) { encoder in
            // The magic number tells the byte order, and the version is 1.0.
            encoder.append(0x1A2B_3C4D as UInt32)
            encoder.append(1 as UInt16)
            encoder.append(0 as UInt16)
            // The length of the section is left open.
            encoder.append(UInt64.max)
            encoder.append(option: 4, application)
            encoder.endOptions()
        }
    }

    /// Adds the description of an interface, whose frames are to have nanoseconds.
    mutating func add(_ interface: CaptureInterface) {
        block(Block.interface) { encoder in
            encoder.append(UInt16(truncatingIfNeeded: interface.linkType.rawValue))
            encoder.append(0 as UInt16)
            encoder.append(interface.snapLength)
            if let name = interface.name { encoder.append(option: 2, name) }
            if let description = interface.description { encoder.append(option: 3, description) }
            encoder.append(option: 9, [9])
            // The 0 says that the filter is a string.
            if let filter = interface.filter { encoder.append(option: 11, [0] + Array(filter.utf8)) }
            encoder.endOptions()
        }
    }

    /// Adds a frame of the interface that was added as the `interface`th, counted from 0.
    mutating func addFrame(
        interface: Int, time: Timestamp, wireLength: Int, _ frame: Span<UInt8>, comments: [String] = []
    ) {
        block(Block.frame) { encoder in
            encoder.append(UInt32(clamping: interface))
            encoder.append(time)
            encoder.append(UInt32(clamping: frame.count))
            encoder.append(UInt32(clamping: wireLength))
            // Safe: the pointer is used during the call only.
            unsafe frame.withUnsafeBufferPointer { unsafe encoder.bytes.append(contentsOf: $0) }
            encoder.pad()
            guard !comments.isEmpty else { return }
            for comment in comments { encoder.append(option: 1, comment) }
            encoder.endOptions()
        }
    }

    /// Adds what was counted on an interface up to a time; `delivered` is how many frames of it there were to save.
    mutating func addStatistics(
        interface: Int, _ statistics: KernelStatistics, delivered: UInt64?, at time: Timestamp, comment: String? = nil
    ) {
        block(Block.statistics) { encoder in
            encoder.append(UInt32(clamping: interface))
            encoder.append(time)
            if let comment { encoder.append(option: 1, comment) }
            let counts: [(UInt16, UInt64?)] = [
                (4, statistics.received), (5, statistics.droppedByInterface), (6, statistics.received),
                (7, statistics.dropped), (8, delivered),
            ]
            for case (let code, let count?) in counts { encoder.append(option: code, Self.native(count)) }
            encoder.endOptions()
        }
    }

    /// Encloses what `body` adds with the block's type and its length, which stands on both sides.
    private mutating func block(_ type: UInt32, _ body: (inout PcapngEncoder) -> Void) {
        let start = bytes.count
        append(type)
        append(0 as UInt32)
        body(&self)
        let length = UInt32(clamping: bytes.count - start + 4)
        append(length)
        for (offset, byte) in Self.native(length).enumerated() { bytes[start + 4 + offset] = byte }
    }

    private mutating func append(_ time: Timestamp) {
        let ticks = UInt64(max(time.nanoseconds, 0))
        append(UInt32(truncatingIfNeeded: ticks >> 32))
        append(UInt32(truncatingIfNeeded: ticks))
    }

    private mutating func append(option code: UInt16, _ text: String) {
        append(option: code, Array(text.utf8))
    }

    private mutating func append(option code: UInt16, _ value: [UInt8]) {
        let value = value.prefix(Int(UInt16.max))
        append(code)
        append(UInt16(value.count))
        bytes += value
        pad()
    }

    private mutating func endOptions() {
        append(0 as UInt32)
    }

    /// Fills up to a multiple of four bytes; blocks begin at one.
    private mutating func pad() {
        while !bytes.count.isMultiple(of: 4) { bytes.append(0) }
    }

    private mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        // Safe: the bytes of a number are read during the call only.
        unsafe withUnsafeBytes(of: number) { unsafe bytes.append(contentsOf: $0) }
    }

    private static func native<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        // Safe: the bytes of a number are copied during the call.
        unsafe withUnsafeBytes(of: number) { unsafe [UInt8]($0) }
    }
}
