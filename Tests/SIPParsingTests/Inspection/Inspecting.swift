import SIPParsing

/// A sound request with one header field, or several lines, put in; fields of the same name make way for it.
func request(with lines: String, body: String = "") -> [UInt8] {
    let name = lines.prefix { $0 != ":" && $0 != " " }.lowercased()
    let fields = [
        "Via: SIP/2.0/UDP a.example.com;branch=z9hG4bK1", "Max-Forwards: 70", "From: <sip:a@example.com>;tag=1",
        "To: <sip:b@example.com>", "Call-ID: 1@a.example.com", "CSeq: 1 OPTIONS",
    ]
    let kept = fields.filter { !$0.lowercased().hasPrefix("\(name):") } + (lines.isEmpty ? [] : [lines])
    let length = "Content-Length: \(body.utf8.count)"
    let text = (["OPTIONS sip:b@example.com SIP/2.0"] + kept + [length, "", body]).joined(separator: "\r\n")
    return Array(text.utf8)
}

/// What the inspector finds in a message, as `kind: bytes`; nil for what is no message.
func inspect(_ bytes: [UInt8], _ inspector: MessageInspector = MessageInspector()) -> [String]? {
    var parser = MessageParser()
    var inspector = inspector
    guard case .message = parser.parse(bytes.span) else { return nil }
    return inspector.inspect(parser.message, bytes.span).map { anomaly in
        "\(anomaly.kind.name): \(bytes.span.text(anomaly.range))"
    }
}
