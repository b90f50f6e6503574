/// A session description as far as a trace shows it (SDP, RFC 8866).
public struct SessionDescription: Sendable, Hashable {
    /// Who made the description, and which one it is (`o=`, RFC 8866 section 5.2).
    public struct Origin: Sendable, Hashable {
        /// The user, or `-`.
        public let username: String
        /// What makes the session unique with the other fields.
        public let sessionID: String
        /// The version of the description: a higher one with each change.
        public let version: String
        /// The address of the machine.
        public let address: String
    }

    /// The origin, when it is whole.
    public internal(set) var origin: Origin?
    /// The session's address (`c=`), for media that have none of their own.
    public internal(set) var connection: String?
    /// The media in their order.
    public internal(set) var media: [Media] = []

    /// Reads a description; nil where there is neither a version nor a medium.
    ///
    /// Lines may end in LF alone, and a line that makes no sense is read past.
    public init?(_ bytes: Span<UInt8>, _ body: ByteRange) {
        guard let range = bytes.bounds(body) else { return nil }
        var reader = SessionDescriptionReader()
        var offset = range.lowerBound
        while offset < range.upperBound {
            let end = bytes.offset(of: ASCII.lineFeed, from: offset, to: range.upperBound) ?? range.upperBound
            reader.read(bytes, bytes.trimmed(offset..<end))
            offset = end + 1
        }
        guard let description = reader.finish() else { return nil }
        self = description
    }

    init(origin: Origin?, connection: String?) {
        self.origin = origin
        self.connection = connection
    }

    /// Whether all media that run are on hold, and at least one is.
    public var isHold: Bool {
        let running = media.filter { $0.port != 0 }
        return !running.isEmpty && running.allSatisfy(\.isHold)
    }

    /// The media in one line: `audio 192.0.2.1:4000 PCMU PCMA telephone-event sendrecv`.
    public var summary: String {
        media.map(\.summary).joined(separator: ", ")
    }
}
