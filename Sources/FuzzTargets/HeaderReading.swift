import SIPParsing

/// A type of header field value: how it is read, and what holds of every value of it.
struct HeaderReading: Sendable {
    private typealias Check = @Sendable (Span<UInt8>, ByteRange, SurroundedBytes, inout Violations) -> Void

    /// The type.
    let type: Any.Type
    private let check: Check

    /// Describes how a type reads a value.
    init<Value: Equatable & Sendable>(
        _ type: Any.Type,
        _ read: @escaping @Sendable (Span<UInt8>, ByteRange) -> Value,
        _ invariants: @escaping @Sendable (Value, inout Violations) -> Void = { _, _ in }
    ) {
        self.type = type
        check = { bytes, range, surrounded, violations in
            let value = read(bytes, range)
            violations.expect(read(bytes, range) == value, "\(type) reads differently the second time")
            violations.expect(
                read(surrounded.bytes.span, surrounded.range) == value, "\(type) reads differently among other bytes")
            invariants(value, &violations)
        }
    }

    /// Reads a value as the type that the header field has, or as all types.
    static func check(
        _ range: ByteRange, in bytes: Span<UInt8>, of name: HeaderName?, _ violations: inout Violations
    ) {
        let surrounded = SurroundedBytes(bytes, range, between: ("\"<,", ">\",;x=y"))
        for reading in all where name.map({ $0.valueType == reading.type }) ?? true {
            reading.check(bytes, range, surrounded, &violations)
        }
    }
}
