/// A parsed message: where its parts stand in the bytes it was read from. It owns no text; accessors take the bytes.
///
/// What correlation needs of every message is read at once; all other header fields are found in `fields` and read by
/// the types of `Headers/` when somebody asks.
public struct Message: Sendable {
    /// The first line.
    public internal(set) var startLine: StartLine = .response(status: 0, reason: .empty)
    /// The header fields in their order.
    public internal(set) var fields: [HeaderField] = []
    /// The start line and the header fields, with the empty line behind them.
    public internal(set) var header: ByteRange = .empty
    /// The body, as far as it is there.
    public internal(set) var body: ByteRange = .empty
    /// All bytes of the message, from the start line to the end of the body.
    public internal(set) var extent: ByteRange = .empty
    /// Departures from the grammar; those that `MessageInspector` finds are not among them.
    public internal(set) var anomalies: [Anomaly] = []

    /// The Call-ID's value.
    public internal(set) var callID: ByteRange?
    /// The number of CSeq (RFC 3261 section 20.16).
    public internal(set) var cseqNumber: UInt32?
    /// The method of CSeq: of a response, the method of the request it answers.
    public internal(set) var cseqMethod: Method = .other
    /// The name of the method in CSeq as received.
    public internal(set) var cseqMethodName: ByteRange = .empty
    /// The value of From, and its tag.
    public internal(set) var from: ByteRange?
    /// The tag parameter of From.
    public internal(set) var fromTag: ByteRange?
    /// The value of To.
    public internal(set) var to: ByteRange?
    /// The tag parameter of To; absent in a request outside of a dialog.
    public internal(set) var toTag: ByteRange?
    /// The branch parameter of the topmost Via (section 8.1.1.7).
    public internal(set) var branch: ByteRange?
    /// The sent-by of the topmost Via: host and, if given, port.
    public internal(set) var sentBy: ByteRange?
    /// How many Via values the message has: how many hops a request has made.
    public internal(set) var viaCount = 0
    /// Content-Length, when it is there and a number.
    public internal(set) var contentLength: Int?

    /// Whether it is SIP beyond doubt. A request is by its first line. A response is by any of CSeq, Call-ID, Via with
    /// SIP in it, or From and To; without them, as long as nothing in it speaks of HTTP.
    public internal(set) var isPlausible = true

    /// An empty message for a parser to fill.
    package init() {
        fields.reserveCapacity(64)
    }

    /// The method of a request, or nil for a response.
    @inlinable public var method: Method? {
        if case .request(let method, _, _) = startLine { method } else { nil }
    }

    /// The status code of a response, or nil for a request.
    @inlinable public var status: UInt16? {
        if case .response(let status, _) = startLine { status } else { nil }
    }

    /// The Request-URI of a request.
    @inlinable public var requestURI: ByteRange? {
        if case .request(_, _, let uri) = startLine { uri } else { nil }
    }

    /// The value of the first header field of this name.
    public func first(_ name: HeaderName) -> ByteRange? {
        for field in fields where field.name == name { return field.value }
        return nil
    }

    /// The values of all header fields of this name, in their order.
    public func all(_ name: HeaderName) -> [ByteRange] {
        fields.lazy.filter { $0.name == name }.map(\.value)
    }

    mutating func reset() {
        fields.removeAll(keepingCapacity: true)
        anomalies.removeAll(keepingCapacity: true)
        startLine = .response(status: 0, reason: .empty)
        header = .empty
        body = .empty
        extent = .empty
        isPlausible = true
        callID = nil
        cseqNumber = nil
        cseqMethod = .other
        cseqMethodName = .empty
        from = nil
        fromTag = nil
        to = nil
        toTag = nil
        branch = nil
        sentBy = nil
        viaCount = 0
        contentLength = nil
    }
}
