import SIPParsing
import TraceTypes

/// Keeping pieces of messages, within the limits.
extension Exchange {
    /// Copies a run of bytes into the exchange's text; cut, or empty, where a limit says so.
    mutating func keep(_ bytes: Span<UInt8>, _ range: ByteRange, _ limits: TrackingLimits) -> ByteRange {
        let room = max(0, limits.textPerExchange - text.count)
        let count = min(Int(range.count), limits.detailBytes, room)
        let start = text.count
        bytes.copy(ByteRange(Int(range.start)..<(Int(range.start) + count)), to: &text)
        return ByteRange(start..<text.count)
    }

    /// The place of an endpoint in the exchange's list. Of a great many, all further ones share the last place.
    mutating func place(of endpoint: Endpoint) -> UInt8 {
        if endpoint == firstEndpoints.0 { return 0 }
        if endpoint == firstEndpoints.1 { return 1 }
        for place in endpoints.indices where endpoints[place] == endpoint { return UInt8(truncatingIfNeeded: place) }
        if endpoints.count < 256 {
            endpoints.append(endpoint)
            if endpoints.count == 1 { firstEndpoints.0 = endpoint }
            if endpoints.count == 2 { firstEndpoints.1 = endpoint }
        }
        return UInt8(truncatingIfNeeded: endpoints.count - 1)
    }

    /// Keeps a message and those of its pieces that rules and reports ask for.
    mutating func record(
        _ message: Message, _ bytes: Span<UInt8>, flags: MessageRecord.Flags, transaction: TransactionIndex,
        original: MessageIndex? = nil, _ context: TrackingContext
    ) -> MessageIndex? {
        messageCount += 1
        guard messages.count < context.limits.messagesPerExchange else { return nil }
        let firstDetail = Int32(truncatingIfNeeded: details.count)
        var flags = flags
        var headers = HeaderSet()
        if message.method != nil { flags.insert(.request) }
        if message.toTag != nil { flags.insert(.hasToTag) }
        if message.extent.count > Self.largestOverUDP { flags.insert(.large) }
        if flags.isDisjoint(with: [.retransmission, .duplicate, .responseLost]) {
            headers = keepDetails(of: message, bytes, &flags, context.limits)
            // What a snap length cut off is nobody's error.
            if !context.header.isTruncated {
                keepAnomalies(of: message, bytes, context.limits)
                keepAbsences(of: message, bytes, headers, context)
            }
        }
        let header = context.header
        let method = message.method ?? message.cseqMethod
        note(method, message.status ?? 0, headers, flags, header.transport)
        messages.append(
            MessageRecord(
                header, details: firstDetail..<Int32(truncatingIfNeeded: details.count), original: original,
                transaction: transaction, cseq: message.cseqNumber ?? 0, status: message.status ?? 0,
                source: context.source, destination: context.destination,
                method: method, flags: header.isTruncated ? flags.union(.truncated) : flags, headers: headers))
        return messages.count - 1
    }

    /// Takes note of what the exchange now has something of.
    private mutating func note(
        _ method: SIPParsing.Method, _ status: UInt16, _ headers: HeaderSet, _ flags: MessageRecord.Flags,
        _ transport: Transport
    ) {
        traits.note(method)
        traits.headers.formUnion(headers)
        if status >= 300 { traits.facts.insert(.failure) }
        if status > 0, status < 200, method != .invite { traits.facts.insert(.provisionalToOther) }
        if !flags.isDisjoint(with: [.retransmission, .responseLost]) { traits.facts.insert(.repeated) }
        if transport.isReliable { traits.facts.insert(.reliableTransport) }
    }

    /// Keeps the pieces, and tells which header fields there are.
    private mutating func keepDetails(
        of message: Message, _ bytes: Span<UInt8>, _ flags: inout MessageRecord.Flags, _ limits: TrackingLimits
    ) -> HeaderSet {
        if case .request(.other, let name, _) = message.startLine {
            add(.methodName, bytes, ByteRange(start: name.start, count: min(name.count, Self.anomalyBytes)), limits)
        }
        if message.method != nil {
            if let uri = message.requestURI { add(.requestURI, bytes, uri, limits) }
        } else if case .response(let status, let reason) = message.startLine, status >= 200 {
            add(.reasonPhrase, bytes, reason, limits)
        }
        let enough = details.count + limits.partsPerExchange
        let kept = KeptHeaders(message)
        var headers = HeaderSet()
        for field in message.fields {
            headers.formUnion(HeaderSet(field.name))
            guard kept.contains(field.name) else { continue }
            if details.count < enough {
                add(.header(field.name), bytes, field.value, limits)
                if field.value.count > limits.detailBytes { flags.insert(.incomplete) }
            } else {
                flags.insert(.incomplete)
            }
        }
        if text.count >= limits.textPerExchange { flags.insert(.incomplete) }
        if !message.body.isEmpty { keepBody(of: message, bytes, limits) }
        return headers
    }

    /// Keeps the body: a session description or sipfrag as such, of any other what is needed to sum it up.
    private mutating func keepBody(of message: Message, _ bytes: Span<UInt8>, _ limits: TrackingLimits) {
        if message.first(.contentEncoding) == nil {
            if let body = plainBody("application/sdp", of: message, bytes) {
                traits.facts.insert(.session)
                return addLines(.sessionDescription, bytes, body, limits)
            }
            if message.method == .notify, let body = plainBody("message/sipfrag", of: message, bytes) {
                return add(.sipfrag, bytes, body, limits)
            }
        }
        for field in message.fields where field.name == .contentType || field.name == .contentEncoding {
            add(.header(field.name), bytes, field.value, limits)
        }
        let isKept = message.body.count <= Self.bodyBytes && text.count <= Self.textBeforeBodies
        details.append(
            isKept
                ? MessageDetail(kind: .body, text: keepWhole(bytes, message.body))
                : MessageDetail(kind: .omittedBody(message.body.count), text: .empty))
    }

    /// The body, or the part of it, that is of a type and not encoded.
    private func plainBody(_ type: String, of message: Message, _ bytes: Span<UInt8>) -> ByteRange? {
        if let value = message.first(.contentType)?.range {
            // Most bodies are of the one type, and there is no need to read parameters for that.
            if bytes.hasMediaType(type, in: value) { return message.body }
            guard bytes.hasPrefix(Self.multipartType, in: value) else { return nil }
        }
        return message.bodyPart(type, in: bytes)
    }

    /// "multipart/"
    private static var multipartType: InlineArray<10, UInt8> {
        [109, 117, 108, 116, 105, 112, 97, 114, 116, 47]
    }

    /// Bytes of the largest message that may go over UDP where the path's MTU is not known (RFC 3261 section 18.1.1).
    private static let largestOverUDP: UInt32 = 1_300
    /// Bytes of the largest body that is kept to be summed up.
    private static let bodyBytes: UInt32 = 8_192
    /// Text that an exchange may have for another such body to be kept.
    private static let textBeforeBodies = 32_768

    private mutating func keepWhole(_ bytes: Span<UInt8>, _ range: ByteRange) -> ByteRange {
        let start = text.count
        bytes.copy(range, to: &text)
        return ByteRange(start..<text.count)
    }

    /// Keeps what breaks the grammar, with the beginning of the bytes that show it.
    private mutating func keepAnomalies(of message: Message, _ bytes: Span<UInt8>, _ limits: TrackingLimits) {
        if !message.anomalies.isEmpty { traits.facts.insert(.anomaly) }
        for anomaly in message.anomalies.prefix(limits.partsPerExchange) {
            let range = ByteRange(start: anomaly.range.start, count: min(anomaly.range.count, Self.anomalyBytes))
            add(.anomaly(anomaly.kind), bytes, range, limits)
        }
    }

    /// Keeps that a header field is not there which only an inspection of the whole message notes otherwise: Max-Forwards
    /// of a request, the tag of From, and Content-Length over a stream (RFC 3261 sections 8.1.1.3, 8.1.1.6 and 18.3).
    private mutating func keepAbsences(
        of message: Message, _ bytes: Span<UInt8>, _ headers: HeaderSet, _ context: TrackingContext
    ) {
        let transport = context.header.transport
        if message.method != nil, !headers.contains(.maxForwards) {
            keepAbsence(.missingMaxForwards, message, bytes, context.limits)
        }
        if message.from != nil, message.fromTag?.isEmpty ?? true {
            keepAbsence(.missingFromTag, message, bytes, context.limits)
        }
        if transport == .tcp || transport == .tls, !headers.contains(.contentLength) {
            keepAbsence(.missingContentLength, message, bytes, context.limits)
        }
    }

    private mutating func keepAbsence(
        _ kind: Anomaly.Kind, _ message: Message, _ bytes: Span<UInt8>, _ limits: TrackingLimits
    ) {
        guard !message.anomalies.contains(where: { $0.kind == kind }) else { return }
        traits.facts.insert(.anomaly)
        add(.anomaly(kind), bytes, .empty, limits)
    }

    /// Bytes kept of what shows an anomaly.
    private static let anomalyBytes: UInt32 = 64

    /// Keeps whole lines: what is cut breaks no grammar that it did not break before.
    private mutating func addLines(
        _ kind: MessageDetail.Kind, _ bytes: Span<UInt8>, _ range: ByteRange, _ limits: TrackingLimits
    ) {
        let room = min(limits.detailBytes, max(0, limits.textPerExchange - text.count))
        var end = min(range.range.upperBound, range.range.lowerBound + room)
        if end < range.range.upperBound {
            while end > range.range.lowerBound, bytes[end - 1] != 10 { end -= 1 }
        }
        add(kind, bytes, ByteRange(range.range.lowerBound..<end), limits)
    }

    mutating func add(_ kind: MessageDetail.Kind, _ bytes: Span<UInt8>, _ range: ByteRange, _ limits: TrackingLimits) {
        details.append(MessageDetail(kind: kind, text: keep(bytes, range, limits)))
    }
}
