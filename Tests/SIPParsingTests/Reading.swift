import SIPParsing

/// Reads text as the value of a header field, with bytes around it that must not be looked at.
func read<Value>(_ text: String, _ make: (Span<UInt8>, ByteRange) -> Value) -> Value {
    let bytes = Array("\"<,\(text)>\",;x=y".utf8)
    return make(bytes.span, ByteRange(3..<(3 + text.utf8.count)))
}

/// Parses text as a message.
func parse(_ text: String) -> (message: Message, bytes: [UInt8])? {
    let bytes = Array(text.utf8)
    var parser = MessageParser()
    guard case .message = parser.parse(bytes.span) else { return nil }
    return (parser.message, bytes)
}
