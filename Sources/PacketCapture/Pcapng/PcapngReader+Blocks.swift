import TraceTypes

/// What the blocks of a file say.
extension PcapngReader {
    /// The option of a packet with the number of frames that were lost before it.
    private static let dropCount: UInt16 = 4
    /// Bytes of a packet's block before the frame.
    private static let (packetHeader, simplePacketHeader) = (28, 12)

    /// Begins a section, whose byte order may be another, and whose interfaces are numbered anew.
    func section() -> Step {
        if let lacking = supply(16) { return lacking }
        guard let order = source.withBytes(PcapngBlock.byteOrder) else {
            return damaged("a section is in no known byte order")
        }
        self.order = order
        let (length, version) = source.withBytes { (Int(order.uint32($0, at: 4)), order.uint16($0, at: 12)) }
        guard length >= PcapngBlock.smallestSection else {
            return damaged("a section header of \(length) bytes is too short")
        }
        guard version == 1 else { return damaged("a section is of version \(version), which is not known") }
        sectionStart = descriptions.count
        return leaveOut(length)
    }

    /// Takes a whole block of a kind that is read, in the buffer.
    func take(_ kind: UInt32, _ length: Int) -> Step {
        switch kind {
        case PcapngBlock.interface: takeInterface(length)
        case PcapngBlock.statistics: takeStatistics(length)
        case PcapngBlock.simplePacket: takeSimplePacket(length)
        default: takePacket(length, isObsolete: kind == PcapngBlock.packet)
        }
    }

    private func takeInterface(_ length: Int) -> Step {
        guard descriptions.count < Self.maximumInterfaces else {
            return damaged("there are more than \(Self.maximumInterfaces) interfaces")
        }
        let interface = source.withBytes(upTo: length) { PcapngInterface($0, order) }
        if account.linkType == nil { account.linkType = interface.described.linkType }
        descriptions.append(interface)
        return .next
    }

    private func takeStatistics(_ length: Int) -> Step {
        let (number, statistics) = source.withBytes(upTo: length) { block in
            (order.uint32(block, at: 8), PcapngStatistics.read(block, order))
        }
        guard let interface = interface(number) else { return unknownInterface(number) }
        descriptions[interface].take(statistics)
        lostFrames = max(lostFrames, statistics.lost)
        return .next
    }

    private func takePacket(_ length: Int, isObsolete: Bool) -> Step {
        let (number, drops, ticks, captured, onWire) = source.withBytes(upTo: length) { block in
            (
                isObsolete ? UInt32(order.uint16(block, at: 8)) : order.uint32(block, at: 8),
                isObsolete ? order.uint16(block, at: 10) : 0,
                UInt64(order.uint32(block, at: 12)) << 32 | UInt64(order.uint32(block, at: 16)),
                Int(order.uint32(block, at: 20)), Int(order.uint32(block, at: 24))
            )
        }
        guard let interface = interface(number) else { return unknownInterface(number) }
        guard captured <= length - 4 - Self.packetHeader else {
            return damaged("a packet of \(captured) bytes is in a block of \(length)")
        }
        let end = length - 4
        options = min(Self.packetHeader + (captured + 3) & ~3, end)..<end
        // All ones stand for a number that is not known.
        if drops > 0, drops != .max { countLost(UInt64(drops), interface) }
        if !isObsolete, options.count >= 4 { takeDropCount(interface) }
        time = descriptions[interface].resolution.time(ticks)
        hold(interface, Self.packetHeader, captured, onWire)
        return .frame
    }

    /// A packet of the section's first interface without a time, which takes that of the frame before it.
    private func takeSimplePacket(_ length: Int) -> Step {
        guard let interface = interface(0) else { return unknownInterface(0) }
        let onWire = source.withBytes(upTo: length) { Int(order.uint32($0, at: 8)) }
        let limit = descriptions[interface].described.snapLength
        let kept = limit == 0 ? onWire : min(onWire, Int(limit))
        hold(interface, Self.simplePacketHeader, min(kept, length - 4 - Self.simplePacketHeader), onWire)
        return .frame
    }

    private func takeDropCount(_ interface: Int) {
        let lost = source.withBytes { block in
            var options = PcapngOptions(order, options)
            while let option = options.next(block) {
                guard option.code == Self.dropCount, option.value.count == 8 else { continue }
                return order.uint64(block, at: option.value.lowerBound)
            }
            return 0
        }
        if lost > 0 { countLost(lost, interface) }
    }

    private func countLost(_ lost: UInt64, _ interface: Int) {
        descriptions[interface].lostBetween = descriptions[interface].lostBetween.saturatingSum(lost)
        lostFrames = max(lostFrames, descriptions[interface].lostBetween)
    }

    /// Makes bytes of the block at hand the frame.
    private func hold(_ interface: Int, _ offset: Int, _ captured: Int, _ onWire: Int) {
        self.interface = interface
        // Safe: the block is in the buffer, and the callers checked that the frame ends inside of it.
        unsafe bytes = source.pointer + offset
        count = captured
        wireLength = max(captured, onWire)
    }

    /// The section's interface of this number, as counted over the file.
    private func interface(_ number: UInt32) -> Int? {
        let interface = sectionStart + Int(number)
        return interface < descriptions.count ? interface : nil
    }

    private func unknownInterface(_ number: UInt32) -> Step {
        damaged("there is no description of interface \(number)")
    }
}
