/// A session description (SDP, RFC 8866): who made it, and for each medium where to send what.
///
/// Secrets are never kept: of `k=`, `a=crypto`, `a=key-mgmt`, `a=ice-ufrag` and `a=ice-pwd` only that they are there.
public struct SessionDescription: Sendable, Hashable {
    /// The version of the protocol: 0 (`v=`, RFC 8866 section 5.1); nil where it is missing or no number.
    public internal(set) var protocolVersion: UInt64?
    /// Who made the description, and which one it is (`o=`), when the line is whole.
    public internal(set) var origin: Origin?
    /// The session's name without blanks around it (`s=`, RFC 8866 section 5.3): often empty or `-`.
    public internal(set) var name: String?
    /// What the session is about (`i=`, RFC 8866 section 5.4).
    public internal(set) var information: String?
    /// Where to read more (`u=`, RFC 8866 section 5.5).
    public internal(set) var uri: String?
    /// The email addresses of who is responsible (`e=`, RFC 8866 section 5.6).
    public internal(set) var emailAddresses: [String] = []
    /// The phone numbers of who is responsible (`p=`, RFC 8866 section 5.6).
    public internal(set) var phoneNumbers: [String] = []
    /// The session's connection lines (`c=`): one, or none when each medium has its own.
    public internal(set) var connections: [Connection] = []
    /// The session's bandwidths (`b=`) in their order.
    public internal(set) var bandwidths: [Bandwidth] = []
    /// When the session is active (`t=`, `r=`, `z=`); in SIP, one that starts and stops at 0.
    public internal(set) var times: [TimeDescription] = []
    /// Whether there is an obsolete key line (`k=`, RFC 8866 section 5.12) at session level.
    public internal(set) var hasKey = false
    /// The attributes at session level.
    public internal(set) var attributes = Attributes()
    /// The media in their order.
    public internal(set) var media: [Media] = []
    /// Departures from the grammar and limits that were passed; their ranges are offsets into the bytes read.
    public internal(set) var anomalies: [Anomaly] = []

    /// Reads a description; nil where there is neither a version nor a medium.
    ///
    /// Lines may end in LF or CR alone, and a line that makes no sense is noted and read past. A medium whose `m=` line
    /// lacks port or protocol is left out with the lines that belong to it.
    public init?(_ bytes: Span<UInt8>, _ body: ByteRange) {
        guard let range = bytes.bounds(body) else { return nil }
        var reader = SessionDescriptionReader()
        reader.readLines(bytes, range)
        guard let description = reader.finish(range.lowerBound) else { return nil }
        self = description
    }

    /// Makes an empty description.
    init() {}

    /// The session's address (`c=`), for media that have none of their own.
    public var connection: String? { connections.first?.address }

    /// Whether all media that run are on hold, and at least one is.
    public var isHold: Bool {
        let running = media.filter { !$0.isDisabled }
        return !running.isEmpty && running.allSatisfy(\.isHold)
    }

    /// The media in one line: `audio 192.0.2.1:4000 PCMU PCMA telephone-event sendrecv`.
    public var summary: String {
        let shown = 8
        let more = media.count > shown ? ["and \(media.count - shown) more"] : []
        return (media.prefix(shown).map(\.summary) + more).joined(separator: ", ")
    }
}
