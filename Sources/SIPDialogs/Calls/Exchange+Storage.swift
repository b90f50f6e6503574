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
        for (place, known) in endpoints.enumerated() where known == endpoint {
            return UInt8(truncatingIfNeeded: place)
        }
        if endpoints.count < 256 { endpoints.append(endpoint) }
        return UInt8(truncatingIfNeeded: endpoints.count - 1)
    }

    /// Keeps a message and those of its pieces that rules and reports ask for.
    mutating func record(
        _ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader, flags: MessageRecord.Flags,
        transaction: TransactionIndex, _ limits: TrackingLimits
    ) -> MessageIndex? {
        messageCount += 1
        guard messages.count < limits.messagesPerExchange else { return nil }
        let firstDetail = Int32(truncatingIfNeeded: details.count)
        if flags.isDisjoint(with: [.retransmission, .duplicate, .responseLost]) {
            keepDetails(of: message, bytes, limits)
        }
        messages.append(
            MessageRecord(
                frame: header.frame, time: header.time,
                details: firstDetail..<Int32(truncatingIfNeeded: details.count),
                transaction: Int32(truncatingIfNeeded: transaction), cseq: message.cseqNumber ?? 0,
                status: message.status ?? 0, source: place(of: header.source),
                destination: place(of: header.destination), method: message.method ?? message.cseqMethod,
                transport: header.transport, flags: header.isTruncated ? flags.union(.truncated) : flags,
                isRequest: message.method != nil))
        return messages.count - 1
    }

    private mutating func keepDetails(of message: Message, _ bytes: Span<UInt8>, _ limits: TrackingLimits) {
        switch message.startLine {
        case .request(let method, _, let uri) where method != .ack && message.toTag == nil:
            add(.requestURI, bytes, uri, limits)
        case .response(let status, let reason) where status >= 200:
            add(.reasonPhrase, bytes, reason, limits)
        default: break
        }
        let enough = details.count + limits.partsPerExchange
        for field in message.fields where isKept(field.name, of: message) && details.count < enough {
            add(.header(field.name), bytes, field.value, limits)
        }
        guard !message.body.isEmpty else { return }
        if let body = message.bodyPart("application/sdp", in: bytes) {
            add(.sessionDescription, bytes, body, limits)
        } else if message.method == .notify, let body = message.bodyPart("message/sipfrag", in: bytes) {
            add(.sipfrag, bytes, body, limits)
        }
    }

    mutating func add(_ kind: MessageDetail.Kind, _ bytes: Span<UInt8>, _ range: ByteRange, _ limits: TrackingLimits) {
        details.append(MessageDetail(kind: kind, text: keep(bytes, range, limits)))
    }

    /// Which header fields are evidence in which messages. Credentials never are.
    private func isKept(_ name: HeaderName, of message: Message) -> Bool {
        switch name {
        case .reason, .referTo, .referredBy, .replaces, .referSub, .event, .subscriptionState: true
        case .callInfo, .retryAfter, .warning, .unsupported, .server: (message.status ?? 0) >= 300
        case .userAgent: (message.status ?? 300) >= 300 && message.toTag == nil || (message.status ?? 0) >= 300
        case .allow: message.status == 405
        case .contact: (200...399).contains(message.status ?? 0) || message.cseqMethod == .register
        case .require: message.method == .refer
        case .expires: message.cseqMethod == .register || message.cseqMethod == .subscribe
        default: false
        }
    }
}
