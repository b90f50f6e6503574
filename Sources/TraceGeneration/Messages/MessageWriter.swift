/// Writes the bytes of a planned message for one exchange.
struct MessageWriter {
    /// The message written last.
    var bytes: [UInt8] = []
    /// Its body, written first because Content-Length stands above it.
    var body: [UInt8] = []
    let identifiers: Identifiers

    private static let maxForwards = "Max-Forwards: 70\r\n"

    init(seed: UInt64) {
        identifiers = Identifiers(seed: seed)
        bytes.reserveCapacity(2048)
        body.reserveCapacity(1024)
    }

    /// Writes `plan` into `bytes`.
    mutating func write(_ plan: MessagePlan, of exchange: Exchange) {
        bytes.removeAll(keepingCapacity: true)
        body.removeAll(keepingCapacity: true)
        writeBody(plan, exchange)
        writeStartLine(plan, exchange)
        writeVia(plan, exchange)
        if plan.requestURI != nil { bytes.append(text: Self.maxForwards) }
        writeParty("From: ", plan.from, plan, exchange, tag: plan.isFromCaller ? nil : plan.calleeTag)
        writeParty("To: ", plan.to, plan, exchange, tag: plan.isFromCaller ? plan.calleeTag : nil)
        bytes.append(text: "Call-ID: ")
        writeCallID(leg: plan.leg, exchange)
        bytes.append(text: "\r\nCSeq: ")
        bytes.append(decimal: cseq(plan.cseq, plan, exchange))
        bytes.append(text: " ")
        bytes.append(text: plan.method.rawValue)
        bytes.append(text: "\r\n")
        for field in plan.fields { writeField(field, plan, exchange) }
        bytes.append(text: plan.requestURI == nil ? "Server: " : "User-Agent: ")
        bytes.append(text: Network.hosts[exchange.host(plan.sender)].product)
        bytes.append(text: "\r\n")
        writeContentType(plan.body)
        bytes.append(text: "Content-Length: ")
        bytes.append(decimal: UInt64(body.count))
        bytes.append(text: "\r\n\r\n")
        bytes.append(contentsOf: body)
    }

    /// Writes the Call-ID of a leg; inside a URI its `@` is escaped (RFC 3261 section 19.1.1).
    mutating func writeCallID(leg: Int, _ exchange: Exchange, isEscaped: Bool = false) {
        bytes.append(hex: bits(.callID, leg, exchange), digits: 16)
        bytes.append(text: "-")
        bytes.append(hex: bits(.callIDEnd, leg, exchange), digits: 16)
        bytes.append(text: isEscaped ? "%40" : "@")
        bytes.append(text: Network.domain)
    }

    /// The Call-ID of an exchange's first INVITE, or of its first message where there is no INVITE.
    mutating func callID(of exchange: Exchange, _ kind: ExchangeKind) -> String {
        let plans = kind.steps.compactMap(\.message)
        bytes.removeAll(keepingCapacity: true)
        writeCallID(leg: (plans.first { $0.method == .invite } ?? plans.first)?.leg ?? 0, exchange)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the tag of a leg's caller.
    mutating func writeCallerTag(leg: Int, _ exchange: Exchange) {
        bytes.append(hex: bits(.callerTag, leg, exchange), digits: 16)
    }

    /// Writes the tag of a leg's callee.
    mutating func writeCalleeTag(leg: Int, _ exchange: Exchange, number: Int) {
        bytes.append(hex: bits(.calleeTag, leg, exchange, number), digits: 16)
    }

    /// Writes a URI without angle brackets.
    mutating func writeURI(_ address: SIPAddress, _ exchange: Exchange) {
        switch address {
        case .domain:
            bytes.append(text: "sip:")
            bytes.append(text: Network.domain)
        case .record(let role):
            writeUser(role, exchange)
            bytes.append(text: Network.domain)
        case .contact(let role):
            writeUser(role, exchange)
            bytes.append(text: Network.hosts[exchange.host(role)].uriText(isV6: exchange.isV6))
            bytes.append(text: exchange.isTCP ? ":5060;transport=tcp" : ":5060")
        }
    }

    /// The CSeq number of a leg's direction.
    func cseq(_ count: Int, _ plan: MessagePlan, _ exchange: Exchange) -> UInt64 {
        let first = bits(.firstCSeq, plan.leg, exchange, plan.isFromCaller ? 0 : 1) % 30_000
        return first + 1 + UInt64(count)
    }

    /// The bits of an identifier of this exchange.
    func bits(_ purpose: Identifiers.Purpose, _ leg: Int, _ exchange: Exchange, _ number: Int = 0) -> UInt64 {
        identifiers.bits(purpose, serial: exchange.serial, leg: leg, number: number)
    }

    private mutating func writeStartLine(_ plan: MessagePlan, _ exchange: Exchange) {
        switch plan.startLine {
        case .request(let method, let target):
            bytes.append(text: method.rawValue)
            bytes.append(text: " ")
            writeURI(target, exchange)
            bytes.append(text: " SIP/2.0\r\n")
        case .response(let status, _):
            bytes.append(text: "SIP/2.0 ")
            bytes.append(decimal: UInt64(status))
            bytes.append(text: " ")
            bytes.append(text: ReasonPhrase.of(status))
            bytes.append(text: "\r\n")
        }
    }

    /// The Via header field; a response tells the requester its own address and port (RFC 3581 section 4).
    private mutating func writeVia(_ plan: MessagePlan, _ exchange: Exchange) {
        let host = Network.hosts[exchange.host(plan.requester)]
        bytes.append(text: exchange.isTCP ? "Via: SIP/2.0/TCP " : "Via: SIP/2.0/UDP ")
        bytes.append(text: host.uriText(isV6: exchange.isV6))
        bytes.append(text: ":5060;branch=z9hG4bK")
        bytes.append(hex: bits(.branch, plan.leg, exchange, plan.transaction), digits: 16)
        bytes.append(hex: bits(.branchEnd, plan.leg, exchange, plan.transaction), digits: 16)
        bytes.append(text: ";rport")
        if plan.requestURI == nil {
            let peer = exchange.host(plan.sender)
            let port = exchange.isTCP ? Network.tcpPort(of: host.number, with: peer) : Network.sipPort
            bytes.append(text: "=")
            bytes.append(decimal: UInt64(port))
            bytes.append(text: ";received=")
            bytes.append(text: host.bareText(isV6: exchange.isV6))
        }
        bytes.append(text: "\r\n")
    }

    /// From or To; a nil `tag` is the caller's, 0 is none.
    private mutating func writeParty(
        _ name: String, _ address: SIPAddress, _ plan: MessagePlan, _ exchange: Exchange, tag: Int?
    ) {
        bytes.append(text: name)
        if case .record(let role) = address {
            bytes.append(text: "\"Line ")
            bytes.append(decimal: UInt64(exchange.user(role)))
            bytes.append(text: "\" ")
        }
        bytes.append(text: "<")
        writeURI(address, exchange)
        bytes.append(text: ">")
        if tag != 0 { bytes.append(text: ";tag=") }
        if let tag {
            if tag != 0 { writeCalleeTag(leg: plan.leg, exchange, number: tag) }
        } else {
            writeCallerTag(leg: plan.leg, exchange)
        }
        bytes.append(text: "\r\n")
    }

    /// `sip:+1…@`: a number of the range that North America keeps for fiction.
    private mutating func writeUser(_ role: Role, _ exchange: Exchange) {
        let user = UInt64(exchange.user(role))
        bytes.append(text: "sip:+1")
        bytes.append(decimal: 200 + user / 100)
        bytes.append(text: "55501")
        bytes.append(decimal: user / 10 % 10)
        bytes.append(decimal: user % 10)
        bytes.append(text: "@")
    }
}
