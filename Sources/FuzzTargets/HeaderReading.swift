import SIPParsing

/// A type of header field value: how it is read, and what holds of every value of it.
struct HeaderReading: Sendable {
    private typealias Check = @Sendable (Span<UInt8>, ByteRange, SurroundedBytes, inout Violations) -> Void

    private let fields: [HeaderName]
    private let check: Check

    /// Describes the type that reads the header fields of these names.
    init<Value: Equatable & Sendable>(
        _ type: String, _ fields: [HeaderName],
        _ read: @escaping @Sendable (Span<UInt8>, ByteRange) -> Value,
        _ invariants: @escaping @Sendable (Value, inout Violations) -> Void = { _, _ in }
    ) {
        self.fields = fields
        check = { bytes, range, surrounded, violations in
            let value = read(bytes, range)
            violations.expect(read(bytes, range) == value, "\(type) reads differently the second time")
            violations.expect(
                read(surrounded.bytes.span, surrounded.range) == value, "\(type) reads differently among other bytes")
            invariants(value, &violations)
        }
    }

    /// Reads a value as the types that the header field has, or as all types.
    static func check(
        _ range: ByteRange, in bytes: Span<UInt8>, of name: HeaderName?, _ violations: inout Violations
    ) {
        let surrounded = SurroundedBytes(bytes, range, between: ("\"<,", ">\",;x=y"))
        for reading in all where name.map(reading.fields.contains) ?? true {
            reading.check(bytes, range, surrounded, &violations)
        }
    }
}
