import SIPParsing

/// What a decoded body says, by its media type. A further type takes a case here, and a file in `Summaries/`.
struct BodyDigest {
    /// The words, not yet escaped.
    var text: String
    /// What kept the rest of it from being read, in words.
    var problem: String?
    /// What is wrong with the body, with ranges of the bytes that it was read from.
    var anomalies: [Anomaly]

    /// Makes a digest from its fields.
    init(text: String, problem: String? = nil, anomalies: [Anomaly] = []) {
        self.text = text
        self.problem = problem
        self.anomalies = anomalies
    }

    /// What was read, and what kept the rest from being read.
    var line: String {
        [text, problem ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// Reads a body.
    init(_ bytes: Span<UInt8>, _ content: ByteRange, _ type: MediaType?, _ limits: ParsingLimits) {
        let size = DisplayText.count(content.range.count, "byte")
        guard let type else {
            self.init(text: size)
            return
        }
        switch type.name {
        case "application/sdp":
            let description = SessionDescription(bytes, content)
            self.init(text: description.map { $0.media.isEmpty ? "no media" : $0.summary } ?? "unreadable, \(size)")
        case "message/sip", "message/sipfrag":
            self.init(text: MessageDigest.text(bytes, content, isFragment: type.subtype == "sipfrag") ?? size)
        case "application/simple-message-summary":
            self.init(text: MessageWaiting(LineReader.lines(bytes, content))?.text ?? "unreadable, \(size)")
        case "application/dtmf-relay", "application/dtmf":
            self.init(text: DTMFDigest.text(LineReader.lines(bytes, content)))
        default:
            if type.type == "multipart" {
                let tree = BodyTree(bytes, content: content, type: type, limits: limits)
                let parts = tree.children(of: 0).map { tree.parts[$0].type?.name ?? "unreadable content type" }
                let list = parts.isEmpty ? "" : ": \(DisplayText.list(parts))"
                self.init(
                    text: DisplayText.count(parts.count, "part") + list + (parts.isEmpty ? ", \(size)" : ""),
                    anomalies: tree.anomalies)
            } else if type.subtype == "xml" || type.subtype.hasSuffix("+xml") {
                self = XMLDigest.digest(bytes, content, limits)
            } else if type.type == "text" {
                self.init(text: LineReader.excerpt(bytes, content))
            } else {
                self.init(text: size)
            }
        }
    }
}
