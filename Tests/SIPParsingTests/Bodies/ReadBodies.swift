import SIPParsing

/// The bodies of a message, written down for comparison.
struct ReadBodies {
    let tree: BodyTree
    let bytes: [UInt8]

    /// Parses a request with these header fields and this body; nil when it is no message.
    init?(_ headers: String, _ body: String, limits: ParsingLimits = .standard) {
        guard let (message, bytes) = parse("INFO sip:a@b SIP/2.0\r\n\(headers)\r\n\r\n\(body)") else { return nil }
        tree = message.bodyParts(bytes.span, limits: limits)
        self.bytes = bytes
    }

    /// Each body as depth, media type and content: `1 text/plain:Hello`.
    var outline: [String] {
        tree.parts.map { "\($0.depth) \($0.type?.name ?? "?"):\(bytes.span.text($0.content))" }
    }

    /// The bodies but for the message's own.
    var inner: [String] { Array(outline.dropFirst()) }

    /// The kinds of the anomalies, in their order.
    var anomalies: [Anomaly.Kind] { tree.anomalies.map(\.kind) }
}

/// A multipart body with the parts given, each with its header fields and its empty line.
func multipart(_ boundary: String, _ parts: [String]) -> String {
    parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n"
}
