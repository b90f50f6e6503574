import TraceTypes

/// Reads a pcapng file: its sections in either byte order, and in each of them interfaces of any link type and time
/// resolution.
///
/// `@safe`: `bytes` points into the source's buffer, where the frame's block stays until the next read.
@safe final class PcapngReader: FrameReader {
    /// Interfaces that a file may describe, over all its sections.
    static let maximumInterfaces = 16_384
    /// Comments on a frame that are told, and bytes of each.
    private static let (comments, commentLength) = (16, 4096)

    /// What going on by one block came to.
    enum Step {
        case frame, next, idle
        case end(CaptureEnd)
    }

    let source: ByteSource
    private let filter: FrameFilter?
    var order = ByteOrder.little
    var descriptions: [PcapngInterface] = []
    /// The number of the section's first interface.
    var sectionStart = 0
    /// Bytes to be left out before there is anything new.
    private var pending = 0
    /// The length that must stand behind them.
    private var trailer: Int?
    /// Where in the frame's block its options are.
    var options = 0..<0

    /// Reads from a source that begins with a section.
    init(name: String, source: ByteSource, filter: FrameFilter?) {
        self.source = source
        self.filter = filter
        super.init(InputAccount(name: name))
    }

    override func read() throws(CaptureError) -> Outcome {
        while true {
            switch step() {
            case .frame:
                if try matches() { return .frame }
                leftOut &+= 1
            case .next: continue
            case .idle: return .idle
            case .end(let end):
                account.end = end
                return .end
            }
        }
    }

    override func wait() {
        source.wait()
    }

    override var interfaceCount: Int { descriptions.count }

    override func description(of interface: Int) -> CaptureInterface? {
        guard descriptions.indices.contains(interface) else { return nil }
        var described = descriptions[interface].described
        described.statistics = descriptions[interface].statistics
        return described
    }

    override func linkType(of interface: Int) -> LinkType {
        descriptions.indices.contains(interface) ? descriptions[interface].described.linkType : .ethernet
    }

    override var comments: [String] {
        source.withBytes { block in
            var options = PcapngOptions(order, options)
            var comments: [String] = []
            while comments.count < Self.comments, let option = options.next(block) {
                guard option.code == PcapngOptions.comment else { continue }
                comments.append(PcapngOptions.text(block, option.value, limit: Self.commentLength))
            }
            return comments
        }
    }

    private func matches() throws(CaptureError) -> Bool {
        guard let filter else { return true }
        return try withFrame { frame throws(CaptureError) in
            try filter.matches(frame, wireLength: wireLength, linkType(of: interface))
        }
    }

    /// Goes on by one block, or by the part of one that is there.
    private func step() -> Step {
        options = 0..<0
        if let lacking = leaveOut() { return lacking }
        if let lacking = supply(8) { return lacking }
        let kind = source.withBytes { order.uint32($0, at: 0) }
        if kind == PcapngBlock.section { return section() }
        let length = source.withBytes { Int(order.uint32($0, at: 4)) }
        guard length >= PcapngBlock.smallest(kind) ?? PcapngBlock.smallest else {
            return damaged("a block of \(length) bytes is too short for its kind, \(kind)")
        }
        guard PcapngBlock.smallest(kind) != nil else { return leaveOut(length) }
        guard length <= PcapngBlock.largest else {
            return damaged("a block of \(length) bytes is longer than the \(PcapngBlock.largest) that are read")
        }
        if let lacking = supply(length) { return lacking }
        guard source.withBytes({ Int(order.uint32($0, at: length - 4)) }) == length else { return lengthsDiffer }
        pending = length
        return take(kind, length)
    }

    /// Has the next step leave out a block, but for the length behind it.
    func leaveOut(_ length: Int) -> Step {
        pending = length - 4
        trailer = length
        return .next
    }

    /// Has so many bytes in the buffer; nil when they are there.
    func supply(_ count: Int) -> Step? {
        switch source.supply(count) {
        case .ready: nil
        case .notYet: .idle
        case .ended: .end(lack)
        }
    }

    func damaged(_ reason: String) -> Step {
        .end(.damagedFile(reason))
    }

    /// Drops what was done with, or is not wanted; nil when that is over.
    private func leaveOut() -> Step? {
        pending -= source.skip(pending)
        while pending > 0 {
            if let lacking = supply(1) { return lacking }
            pending -= source.skip(pending)
        }
        guard let trailer else { return nil }
        if let lacking = supply(4) { return lacking }
        guard source.withBytes({ Int(order.uint32($0, at: 0)) }) == trailer else { return lengthsDiffer }
        source.skip(4)
        self.trailer = nil
        return nil
    }

    private var lengthsDiffer: Step {
        damaged("a block has another length behind it than before it")
    }

    /// How it ends where bytes are wanted and there are none.
    private var lack: CaptureEnd {
        if let failure = source.failure { return failure }
        let isBetweenBlocks = source.count == 0 && pending == 0 && trailer == nil
        return source.wasStopped || isBetweenBlocks ? .complete : .truncatedFile("the file stops inside of a block")
    }
}
