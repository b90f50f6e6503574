import SIPParsing

/// A header field's value, read as every type there is.
enum HeadersTarget {
    static func run(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        HeaderReading.check(ByteRange(0..<bytes.count), in: bytes, of: nil, &violations)
    }
}
