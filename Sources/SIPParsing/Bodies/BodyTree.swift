/// All bodies of a message: its own, the parts of multipart bodies (RFC 2046 section 5.1), and the bodies of messages
/// that are carried inside (message/sip, RFC 3261 section 23.4, and message/sipfrag, RFC 3420).
///
/// `ParsingLimits.nesting` and `ParsingLimits.bodyParts` bound it. A body that is encoded, that is deeper than the
/// limit or that breaks the grammar stays in one piece.
public struct BodyTree: Sendable {
    /// The bodies in the order in which they begin; empty when there is none. The first is the message's own.
    public internal(set) var parts: [BodyPart] = []
    /// Departures from the grammar and from the limits, in the order met.
    public internal(set) var anomalies: [Anomaly] = []

    /// Reads the bodies of `message`, which was read from `bytes`.
    public init(_ bytes: Span<UInt8>, _ message: Message, limits: ParsingLimits = .standard) {
        guard bytes.bounds(message.body) != nil, !message.body.isEmpty else { return }
        var reader = BodyTreeReader(limits)
        let fields = message.fields.filter { $0.describesBody(bytes) }
        reader.read(bytes, reader.ownBody(bytes, fields, message.body))
        self = reader.tree
    }

    /// Reads the bodies inside of `content`, a body of the type `type`: such as one that had been compressed.
    public init(
        _ bytes: Span<UInt8>, content: ByteRange, type: MediaType?, limits: ParsingLimits = .standard
    ) {
        guard bytes.bounds(content) != nil, !content.isEmpty else { return }
        var reader = BodyTreeReader(limits)
        reader.read(bytes, BodyPart(content: content, type: type))
        self = reader.tree
    }

    init() {}

    /// The first body of the media type `type` (lower case) that is the message's own, not that of a message inside.
    public func first(of type: String) -> BodyPart? {
        parts.first { !$0.isEmbedded && $0.type?.name == type }
    }

    /// The indices of the parts right inside of the body at `index`.
    public func children(of index: Int) -> [Int] {
        parts.indices.filter { parts[$0].parent == index }
    }

    /// The index of the root part of a multipart/related body: the one that the `start` parameter names by its
    /// Content-ID, or else the first (RFC 5621 section 7.1). Nil where the named one is not there.
    public func rootPart(ofRelated index: Int, in bytes: Span<UInt8>) -> Int? {
        guard parts.indices.contains(index), parts[index].type?.name == "multipart/related" else { return nil }
        let children = children(of: index)
        guard let start = parts[index].type?.parameters.value(of: "start") else { return children.first }
        return children.first { child in
            parts[child].first(.contentID).map { Self.identifier(bytes.text($0)) == Self.identifier(start) } ?? false
        }
    }

    /// A Content-ID without the angle brackets around it.
    private static func identifier(_ text: String) -> String {
        text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    }
}
