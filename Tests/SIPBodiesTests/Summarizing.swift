import SIPBodies
import SIPParsing

/// Summarizes a body of a type, as the body of a message.
func summarize(
    _ type: String, _ body: [UInt8], fields: String = "", limits: ParsingLimits = .standard
) -> BodySummary? {
    let bytes = Array("INFO sip:a@b SIP/2.0\r\nContent-Type: \(type)\r\n\(fields)\r\n".utf8) + body
    var parser = MessageParser()
    guard case .message = parser.parse(bytes.span) else { return nil }
    return parser.message.bodyParts(bytes.span).parts.first.map { BodySummary(bytes.span, $0, limits: limits) }
}

/// The words about a body of a type.
func details(_ type: String, _ body: String) -> String? {
    summarize(type, Array(body.utf8))?.details
}
