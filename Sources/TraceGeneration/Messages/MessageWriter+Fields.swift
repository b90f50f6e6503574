extension MessageWriter {
    /// Writes a header field that only some messages have.
    mutating func writeField(_ field: HeaderField, _ plan: MessagePlan, _ exchange: Exchange) {
        switch field {
        case .accept: bytes.append(text: "Accept: application/sdp\r\n")
        case .allow:
            bytes.append(
                text: "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, REFER, NOTIFY, MESSAGE, INFO, UPDATE\r\n")
        case .assertedIdentity: writeBracketed("P-Asserted-Identity: ", plan.from, exchange, end: ">\r\n")
        case .callInfoCard:
            bytes.append(text: "Call-Info: <https://block.example.net/complaint-jws>;purpose=jwscard\r\n")
        case .contact(let address): writeBracketed("Contact: ", address, exchange, end: ">\r\n")
        case .contactWithExpires(let seconds):
            writeBracketed("Contact: ", .contact(.alice), exchange, end: ">;expires=")
            writeLine(seconds)
        case .challenge(let isProxy, let round): writeChallenge(isProxy, round, plan, exchange)
        case .credentials(let isProxy, let round, let uri): writeCredentials(isProxy, round, uri, plan, exchange)
        case .event(let name): writeText("Event: ", name)
        case .expires(let seconds):
            bytes.append(text: "Expires: ")
            writeLine(seconds)
        case .featureCaps608: bytes.append(text: "Feature-Caps: *;+sip.608\r\n")
        case .referredBy: writeBracketed("Referred-By: ", .record(.alice), exchange, end: ">\r\n")
        case .referTo(let address): writeBracketed("Refer-To: ", address, exchange, end: ">\r\n")
        case .referToReplacing(let address, let leg): writeReferToReplacing(address, leg, exchange)
        case .rack(let cseq):
            bytes.append(text: "RAck: 1 ")
            bytes.append(decimal: self.cseq(cseq, plan, exchange))
            bytes.append(text: " INVITE\r\n")
        case .reliable: bytes.append(text: "Require: 100rel\r\nRSeq: 1\r\n")
        case .replaces(let leg): writeReplaces(leg, exchange)
        case .subscriptionState(let state): writeText("Subscription-State: ", state)
        case .supported: bytes.append(text: "Supported: 100rel, replaces\r\n")
        }
    }

    private mutating func writeLine(_ number: Int) {
        bytes.append(decimal: UInt64(max(number, 0)))
        bytes.append(text: "\r\n")
    }

    private mutating func writeText(_ name: String, _ value: String) {
        bytes.append(text: name)
        bytes.append(text: value)
        bytes.append(text: "\r\n")
    }

    private mutating func writeBracketed(_ name: String, _ address: SIPAddress, _ exchange: Exchange, end: String) {
        bytes.append(text: name)
        bytes.append(text: "<")
        writeURI(address, exchange)
        bytes.append(text: end)
    }

    /// The tags as the transfer target sees them: its own is the to-tag (RFC 3891 section 3).
    private mutating func writeReplaces(_ leg: Int, _ exchange: Exchange) {
        bytes.append(text: "Require: replaces\r\nReplaces: ")
        writeCallID(leg: leg, exchange)
        bytes.append(text: ";to-tag=")
        writeCalleeTag(leg: leg, exchange, number: 1)
        bytes.append(text: ";from-tag=")
        writeCallerTag(leg: leg, exchange)
        bytes.append(text: "\r\n")
    }

    private mutating func writeReferToReplacing(_ address: SIPAddress, _ leg: Int, _ exchange: Exchange) {
        writeBracketed("Refer-To: ", address, exchange, end: "?Replaces=")
        writeCallID(leg: leg, exchange, isEscaped: true)
        bytes.append(text: "%3Bto-tag%3D")
        writeCalleeTag(leg: leg, exchange, number: 1)
        bytes.append(text: "%3Bfrom-tag%3D")
        writeCallerTag(leg: leg, exchange)
        bytes.append(text: "&Require=replaces>\r\n")
    }

    private mutating func writeChallenge(_ isProxy: Bool, _ round: Int, _ plan: MessagePlan, _ exchange: Exchange) {
        bytes.append(text: isProxy ? "Proxy-Authenticate: " : "WWW-Authenticate: ")
        bytes.append(text: "Digest realm=\"example.net\", nonce=\"")
        writeNonce(round, plan, exchange)
        bytes.append(text: "\", algorithm=MD5, qop=\"auth\"\r\n")
    }

    private mutating func writeCredentials(
        _ isProxy: Bool, _ round: Int, _ uri: SIPAddress, _ plan: MessagePlan, _ exchange: Exchange
    ) {
        bytes.append(text: isProxy ? "Proxy-Authorization: " : "Authorization: ")
        bytes.append(text: "Digest username=\"u")
        bytes.append(decimal: UInt64(exchange.user(.alice)))
        bytes.append(text: "\", realm=\"example.net\", nonce=\"")
        writeNonce(round, plan, exchange)
        bytes.append(text: "\", uri=\"")
        writeURI(uri, exchange)
        bytes.append(text: "\", response=\"")
        bytes.append(hex: bits(.digest, plan.leg, exchange, round), digits: 16)
        bytes.append(hex: bits(.digestEnd, plan.leg, exchange, round), digits: 16)
        bytes.append(text: "\", algorithm=MD5, cnonce=\"")
        bytes.append(hex: bits(.clientNonce, plan.leg, exchange, round), digits: 8)
        bytes.append(text: "\", qop=auth, nc=00000001\r\n")
    }

    private mutating func writeNonce(_ round: Int, _ plan: MessagePlan, _ exchange: Exchange) {
        bytes.append(hex: bits(.nonce, plan.leg, exchange, round), digits: 16)
        bytes.append(hex: bits(.nonceEnd, plan.leg, exchange, round), digits: 8)
    }
}
