/// Takes a body apart, without recursion: the multipart bodies that are being read stand on a stack, which the limit on
/// nesting bounds. Each level reads its bytes once.
struct BodyTreeReader {
    /// What was read.
    private(set) var tree = BodyTree()
    private let limits: ParsingLimits
    private var open: [(index: Int, reader: MultipartReader)] = []

    /// Makes a reader.
    init(_ limits: ParsingLimits) {
        self.limits = limits
    }

    /// Reads `root` and all that is inside of it.
    mutating func read(_ bytes: Span<UInt8>, _ root: BodyPart) {
        append(bytes, root)
        while var level = open.popLast() {
            guard let part = level.reader.next(bytes) else {
                if !level.reader.isClosed { note(.badMultipart, tree.parts[level.index].content) }
                continue
            }
            open.append(level)
            for anomaly in part.anomalies { note(anomaly.kind, anomaly.range) }
            append(bytes, body(bytes, part, in: level.index))
        }
    }

    /// The body of a message. One without Content-Type that begins as a session description is taken for one.
    mutating func ownBody(_ bytes: Span<UInt8>, _ fields: [HeaderField], _ content: ByteRange) -> BodyPart {
        var part = BodyPart(bytes, fields: fields, content: content)
        guard part.first(.contentType) == nil else { return part }
        note(.missingContentType, content)
        if bytes.beginsSessionDescription(content.range) {
            part.type = MediaType.assumed("application/sdp")
            part.isTypeAssumed = true
        }
        return part
    }

    /// A part of the multipart body at `parent`; without Content-Type it is text, or in a digest a mail (RFC 2046 section
    /// 5.1.1).
    private mutating func body(_ bytes: Span<UInt8>, _ read: MultipartReader.Part, in parent: Int) -> BodyPart {
        var part = BodyPart(bytes, fields: read.fields, content: ByteRange(read.content))
        if let value = part.first(.contentType) {
            if part.type == nil { note(.badMediaType, value) }
        } else {
            let isDigest = tree.parts[parent].type?.subtype == "digest"
            part.type = MediaType.assumed(isDigest ? "message/rfc822" : "text/plain")
            part.isTypeAssumed = true
        }
        place(&part, in: parent)
        return part
    }

    private func place(_ part: inout BodyPart, in parent: Int) {
        part.parent = parent
        part.depth = tree.parts[parent].depth + 1
        part.isEmbedded = part.isEmbedded || tree.parts[parent].isEmbedded
    }

    /// Adds a part, and makes ready to read what is inside of it.
    private mutating func append(_ bytes: Span<UInt8>, _ part: BodyPart) {
        guard tree.parts.count <= limits.bodyParts else {
            open.removeAll()
            return note(.tooManyParts, part.content)
        }
        tree.parts.append(part)
        guard let type = part.type, !part.isEncoded else { return }
        let isMessage = type.name == "message/sip" || type.name == "message/sipfrag"
        guard isMessage || type.type == "multipart" else { return }
        guard part.depth < limits.nesting else { return note(.nestingTooDeep, part.content) }
        let index = tree.parts.count - 1
        if isMessage {
            appendBody(ofMessage: bytes, index, isFragment: type.subtype == "sipfrag")
        } else if let reader = MultipartReader(type, part.content.range, limits) {
            open.append((index, reader))
        } else {
            note(.badMultipart, part.first(.contentType) ?? part.content)
        }
    }

    /// Adds the body of the message, or piece of one, that is the body at `index`.
    private mutating func appendBody(ofMessage bytes: Span<UInt8>, _ index: Int, isFragment: Bool) {
        let content = tree.parts[index].content
        var fields: [HeaderField] = []
        var body: ByteRange?
        if isFragment {
            let sipfrag = Sipfrag(bytes, content)
            fields = sipfrag?.fields ?? []
            body = sipfrag?.body
        } else {
            let start = content.range.lowerBound
            var parser = MessageParser(limits: limits)
            guard case .message = parser.parse(bytes.extracting(content.range)) else { return }
            fields = parser.message.fields.map { $0.moved(by: start) }
            let found = parser.message.body.range
            body = ByteRange((found.lowerBound + start)..<(found.upperBound + start))
        }
        guard let body, !body.isEmpty else { return }
        var part = ownBody(bytes, fields.filter { $0.describesBody(bytes) }, body)
        part.isEmbedded = true
        place(&part, in: index)
        append(bytes, part)
    }

    private mutating func note(_ kind: Anomaly.Kind, _ range: ByteRange) {
        guard tree.anomalies.count < limits.anomalies else { return }
        tree.anomalies.append(Anomaly(kind: kind, range: range))
    }
}

extension MediaType {
    /// A type that nobody said but that is to be assumed.
    static func assumed(_ name: String) -> MediaType? {
        let bytes = Array(name.utf8)
        return MediaType(bytes.span, ByteRange(0..<bytes.count))
    }
}

extension Span where Element == UInt8 {
    /// Whether a range begins with the first line of a session description, `v=0` (RFC 8866 section 5.1).
    func beginsSessionDescription(_ range: Range<Int>) -> Bool {
        guard range.count > 3, range.upperBound <= count, hasPrefix("v=0", at: range.lowerBound) else { return false }
        let next = self[range.lowerBound + 3]
        return self[range.lowerBound] == UInt8(ascii: "v")
            && (next == ASCII.carriageReturn || next == ASCII.lineFeed)
    }
}
