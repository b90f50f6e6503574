extension MessageWriter {
    private static let firstMediaPort: UInt64 = 16_384
    private static let mediaPortPairs: UInt64 = 8_192

    /// Writes the body of `plan` into `body`.
    mutating func writeBody(_ plan: MessagePlan, _ exchange: Exchange) {
        switch plan.body {
        case .none: break
        case .offer(let direction, let version): writeSDP(direction, version, plan, exchange, isOffer: true)
        case .answer(let direction, let version): writeSDP(direction, version, plan, exchange, isOffer: false)
        case .sipfrag(let status):
            body.append(text: "SIP/2.0 ")
            body.append(decimal: UInt64(status))
            body.append(text: " ")
            body.append(text: ReasonPhrase.of(status))
            body.append(text: "\r\n")
        case .text: body.append(text: "The meeting starts ten minutes later today.")
        case .messageSummary: body.append(text: "Messages-Waiting: yes\r\nVoice-Message: 2/8 (0/2)\r\n")
        }
    }

    /// Writes the Content-Type that goes with a body.
    mutating func writeContentType(_ body: MessageBody) {
        switch body {
        case .none: break
        case .offer, .answer: bytes.append(text: "Content-Type: application/sdp\r\n")
        case .sipfrag: bytes.append(text: "Content-Type: message/sipfrag;version=2.0\r\n")
        case .text: bytes.append(text: "Content-Type: text/plain\r\n")
        case .messageSummary: bytes.append(text: "Content-Type: application/simple-message-summary\r\n")
        }
    }

    /// One audio stream: PCMU, PCMA and telephone-event offered, all but PCMA answered (RFC 3264 section 6).
    private mutating func writeSDP(
        _ direction: MessageBody.MediaDirection, _ version: Int, _ plan: MessagePlan, _ exchange: Exchange,
        isOffer: Bool
    ) {
        let side = plan.sender.rawValue
        let address = Network.hosts[exchange.host(plan.sender)].bareText(isV6: exchange.isV6)
        let family = exchange.isV6 ? "IN IP6 " : "IN IP4 "
        let session = bits(.session, plan.leg, exchange, side) >> 34
        body.append(text: "v=0\r\no=- ")
        body.append(decimal: session)
        body.append(text: " ")
        body.append(decimal: session + UInt64(max(version, 0)))
        body.append(text: " ")
        body.append(text: family)
        body.append(text: address)
        body.append(text: "\r\ns=-\r\nc=")
        body.append(text: family)
        body.append(text: address)
        body.append(text: "\r\nt=0 0\r\nm=audio ")
        let pair = bits(.mediaPort, plan.leg, exchange, side) % Self.mediaPortPairs
        body.append(decimal: Self.firstMediaPort + 2 * pair)
        body.append(text: isOffer ? " RTP/AVP 0 8 101\r\n" : " RTP/AVP 0 101\r\n")
        body.append(text: "a=rtpmap:0 PCMU/8000\r\n")
        if isOffer { body.append(text: "a=rtpmap:8 PCMA/8000\r\n") }
        body.append(text: "a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-16\r\na=ptime:20\r\na=")
        body.append(text: direction.rawValue)
        body.append(text: "\r\n")
    }
}
