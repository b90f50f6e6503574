import SIPParsing
import TraceTypes

/// What a body says, in one line, whatever its type: `application/sdp: audio 192.0.2.1:4000 PCMU sendrecv`.
///
/// What came from the wire is escaped, so that the line can be shown, and the line is never long.
public struct BodySummary: Sendable, Hashable {
    /// The most characters (Unicode scalars) that `text` has.
    public static let longestText = 160

    /// The media type, or words that say that there is none.
    public let type: String
    /// What the body says.
    public let details: String
    /// What went wrong on the way: `badXML`, from the byte on that is not read; `badContentEncoding`, `bodyExpandsTooFar`
    /// and whatever shows only in a body that was decoded as a whole, each once, with the range of the whole body.
    public let anomalies: [Anomaly]

    /// Says of a body that was not kept what it is and how long.
    package init(byteCount: Int, _ part: BodyPart) {
        type = Self.name(of: part)
        details = DisplayText.count(byteCount, "byte")
        anomalies = []
    }

    /// Summarizes one body of the tree of a message that was read from `bytes`.
    public init(_ bytes: Span<UInt8>, _ part: BodyPart, limits: ParsingLimits = .standard) {
        type = Self.name(of: part)
        let content = part.content
        guard content.range.upperBound <= bytes.count, !content.isEmpty else {
            details = "empty"
            anomalies = []
            return
        }
        guard part.isEncoded else {
            let digest = BodyDigest(bytes, content, part.type, limits)
            details = DisplayText.line(digest.line)
            // What is wrong with a multipart body was noted when the message's bodies were read.
            anomalies = digest.anomalies.filter { $0.kind == .badXML }
            return
        }
        let expanded = ExpandedBody(bytes, part, limits: limits)
        var digest = BodyDigest(text: DisplayText.count(content.range.count, "byte"))
        if part.transferEncoding != .other {
            digest = BodyDigest(expanded.bytes.span, ByteRange(0..<expanded.bytes.count), part.type, limits)
        }
        // Of a body that is not whole, what seems wrong with it may be no more than its missing end.
        if !expanded.isWhole { digest = BodyDigest(text: digest.text.isEmpty ? digest.line : digest.text) }
        let state = expanded.isWhole ? "" : ", not whole"
        let encodings = DisplayText.excerpt(Self.encodings(of: part), 30)
        details = "\(DisplayText.excerpt(digest.line, Self.longestText - 50)) (\(encodings)\(state))"
        var anomalies: [Anomaly] = []
        for kind in (expanded.anomalies + digest.anomalies).map(\.kind)
        where !anomalies.contains(where: { $0.kind == kind }) {
            anomalies.append(Anomaly(kind: kind, range: content))
        }
        self.anomalies = anomalies
    }

    /// Summarizes all bodies of a message that was read from `bytes`, in their order; of a multipart body its parts.
    public static func list(
        _ bytes: Span<UInt8>, _ message: Message, limits: ParsingLimits = .standard
    ) -> [BodySummary] {
        let tree = message.bodyParts(bytes, limits: limits)
        let parents = Set(tree.parts.compactMap(\.parent))
        var summaries: [BodySummary] = []
        for index in tree.parts.indices where tree.parts[index].type?.type != "multipart" || !parents.contains(index) {
            summaries.append(BodySummary(bytes, tree.parts[index], limits: limits))
        }
        return summaries
    }

    /// The line: type and details.
    public var text: String {
        DisplayText.bounded("\(type): \(details)", Self.longestText)
    }

    private static func name(of part: BodyPart) -> String {
        if let type = part.type { return DisplayText.excerpt(type.name, 80) }
        return part.first(.contentType) == nil ? "no content type" : "unreadable content type"
    }

    /// The encodings that are to be undone, in the order in which they were applied.
    private static func encodings(of part: BodyPart) -> String {
        let written: [String] =
            switch part.transferEncoding {
            case .identity: []
            case .base64: ["base64"]
            case .quotedPrintable: ["quoted-printable"]
            case .other: ["unknown transfer encoding"]
            }
        return (part.contentEncodings + written).joined(separator: ", ")
    }
}
