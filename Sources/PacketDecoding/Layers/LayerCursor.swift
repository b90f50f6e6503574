import TraceTypes

/// Where the walk through a packet's layers stands.
struct LayerCursor {
    /// Where the next layer begins.
    var offset: Int
    /// Where the captured bytes of the enclosing layer end; never beyond the bytes.
    private(set) var end: Int
    /// Where the enclosing layer ended on the wire.
    private(set) var wireEnd: Int
    /// The innermost IP header's source.
    var source = IPAddress(v4: 0)
    /// The innermost IP header's destination.
    var destination = IPAddress(v4: 0)

    /// The innermost IPv4 header's identification; nil of IPv6, and where it is zero, as it is in many a packet that
    /// must not be fragmented (RFC 6864).
    var identification: UInt16?

    /// Starts at the first of `count` captured bytes of a packet that had `wireCount` on the wire.
    init(count: Int, wireCount: Int) {
        offset = 0
        end = count
        wireEnd = max(count, wireCount)
    }

    /// Whether the wire had more of the enclosing layer than was captured.
    var isTruncated: Bool { wireEnd > end }

    /// The captured bytes that are left of the enclosing layer.
    var range: Range<Int> { offset..<end }

    /// The number of bytes that were left on the wire.
    var wireCount: Int { wireEnd - offset }

    /// Counts the enclosing layer as cut short: it goes on where other packets do.
    mutating func expectMore() {
        wireEnd = max(wireEnd, offset + Int(UInt16.max))
    }

    /// What a header comes to that is not all there: cut, if the wire had more; otherwise no header at all.
    var cutHeader: LayerStep? { isTruncated ? .undecoded(.shortTunnelHeader) : nil }

    /// Whether `count` more bytes were captured.
    func has(_ count: Int) -> Bool {
        end - offset >= count
    }

    /// Ends the enclosing layer `count` bytes from the offset, where its own length field says it ends. `count` is not
    /// negative; what was not captured counts as truncated, what lies behind is padding.
    mutating func limit(to count: Int) {
        wireEnd = offset + count
        end = min(end, wireEnd)
    }
}
