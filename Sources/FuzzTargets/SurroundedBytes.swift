import SIPParsing

/// A run of bytes among others that whoever reads the run must not look at.
struct SurroundedBytes {
    /// All bytes.
    var bytes: [UInt8]
    /// The run.
    var range: ByteRange

    /// Copies a run that lies inside of the bytes.
    init(_ source: Span<UInt8>, _ run: ByteRange, between texts: (before: String, after: String)) {
        bytes = Array(texts.before.utf8)
        let start = bytes.count
        bytes.append(source, run.range)
        range = ByteRange(start..<bytes.count)
        bytes += texts.after.utf8
    }
}

extension [UInt8] {
    /// Appends a part of a span.
    mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
        reserveCapacity(count + range.count)
        for offset in range { append(source[offset]) }
    }
}

extension Span where Element == UInt8 {
    /// Whether a CR without an LF behind it stands in a range.
    func hasLoneReturn(in range: Range<Int>) -> Bool {
        range.contains { self[$0] == 13 && ($0 + 1 == range.upperBound || self[$0 + 1] != 10) }
    }
}
