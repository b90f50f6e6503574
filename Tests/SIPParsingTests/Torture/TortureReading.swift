import SIPParsing

/// What the parser and the typed readers make of a message, asked in the words of the `.expected` files.
struct TortureReading {
    let message: Message
    let bytes: [UInt8]

    /// Reads a message; nil for what is none.
    init?(_ bytes: [UInt8]) {
        var parser = MessageParser()
        guard case .message = parser.parse(bytes.span) else { return nil }
        message = parser.message
        self.bytes = bytes
    }

    /// The anomalies that parser and inspector find, by name and place.
    var anomalies: Set<String> {
        var inspector = MessageInspector()
        let found = message.anomalies + inspector.inspect(message, bytes.span)
        return Set(found.map { "\($0.kind.name) in \(place($0))" })
    }

    /// The answer to a question; `none` for what is not there, nil for a question that is not known.
    func answer(_ question: String) -> String? {
        let words = question.split(separator: " ", maxSplits: 2).map(String.init)
        let rest = Array(words.dropFirst())
        switch words.first {
        case "start": return startLine
        case "reason-phrase":
            guard case .response(_, let reason) = message.startLine else { return "none" }
            return text(reason)
        case "request-uri": return requestURI(rest)
        case "call-id": return message.callID.map(text) ?? "none"
        case "cseq": return message.cseqNumber.map { "\($0) \(text(message.cseqMethodName))" } ?? "none"
        case "from": return rest == ["tag"] ? message.fromTag.map(text) ?? "none" : address(first(.from), rest)
        case "to": return rest == ["tag"] ? message.toTag.map(text) ?? "none" : address(first(.to), rest)
        case "sent-by": return message.sentBy.map(text) ?? "none"
        case "branch": return message.branch.map(text) ?? "none"
        case "via" where rest == ["count"]: return "\(message.viaCount)"
        case "via": return via(rest)
        case "contact": return listed(addresses(.contact), rest)
        case "route": return listed(addresses(.route), rest)
        case "max-forwards": return number(.maxForwards)
        case "expires": return number(.expires)
        case "header": return header(question.dropFirst("header ".count).lowercased())
        case "list": return list(rest.joined(separator: " ").lowercased())
        case "content-length": return message.contentLength.map { "\($0)" } ?? "none"
        case "body-length": return "\(message.body.count)"
        default: return bodyAnswer(words) ?? typedAnswer(question)
        }
    }

    private func typedAnswer(_ question: String) -> String? {
        let bytes = bytes.span
        switch question {
        case "retry-after": return value(.retryAfter) { RetryAfter(bytes, $0).map { "\($0.seconds)" } }
        case "warning 1 code": return value(.warning) { WarningHeader(bytes, $0).map { "\($0.code)" } }
        case "authorization scheme": return value(.authorization) { Credentials(bytes, $0)?.scheme }
        case "media-type": return value(.contentType) { MediaType(bytes, $0)?.name }
        default: return nil
        }
    }

    private func bodyAnswer(_ words: [String]) -> String? {
        let bytes = bytes.span
        switch words.first {
        case "part": return message.bodyPart(words[1], in: bytes).map(text) ?? "none"
        case "part-length": return message.bodyPart(words[1], in: bytes).map { "\($0.count)" } ?? "none"
        case "sdp":
            guard let body = message.bodyPart("application/sdp", in: bytes),
                let session = SessionDescription(bytes, body)
            else { return "none" }
            switch words[1] {
            case "origin": return session.origin?.address ?? "none"
            case "connection": return session.connection ?? "none"
            case "media": return session.media.map { "\($0.kind) \($0.port)" }.joined(separator: ", ")
            case "media-connection": return session.media.map { $0.connection ?? "none" }.joined(separator: ", ")
            default: return nil
            }
        default: return nil
        }
    }

    private var startLine: String {
        switch message.startLine {
        case .request(_, let name, _): "request \(text(name))"
        case .response(let status, _): "response \(status)"
        }
    }

    private func requestURI(_ rest: [String]) -> String? {
        guard let range = message.requestURI else { return "none" }
        return rest.isEmpty ? text(range) : uri(SIPURI(bytes.span, range), rest)
    }

    private func uri(_ uri: SIPURI?, _ rest: [String]) -> String? {
        guard let uri else { return "none" }
        switch rest.first {
        case "uri": return uri.text
        case "scheme": return uri.scheme
        case "user": return uri.user ?? "none"
        case "host": return uri.host
        case "port": return uri.port.map { "\($0)" } ?? "none"
        case "parameter", "uri-parameter": return uri.parameter(rest[1]) ?? "none"
        case "header", "uri-header": return uri.header(rest[1]) ?? "none"
        default: return nil
        }
    }

    private func address(_ address: NameAddress?, _ rest: [String]) -> String? {
        guard let address else { return "none" }
        switch rest.first {
        case "name": return address.displayName ?? "none"
        case "parameter": return address.parameter(rest[1]) ?? "none"
        default: return uri(address.uri, rest)
        }
    }

    private func via(_ rest: [String]) -> String? {
        let bytes = bytes.span
        let hops = message.all(.via).flatMap { Via.list(bytes, $0) }
        guard let index = Int(rest[0]), hops.indices.contains(index - 1) else { return "none" }
        let hop = hops[index - 1]
        switch rest[1] {
        case "host": return hop.host
        case "port": return hop.port.map { "\($0)" } ?? "none"
        case "transport": return hop.transport
        case "branch": return hop.branch ?? "none"
        case "received": return hop.received ?? "none"
        default: return rest[1].hasPrefix("parameter ") ? hop.parameter(String(rest[1].dropFirst(10))) ?? "none" : nil
        }
    }

    private func listed(_ addresses: [NameAddress], _ rest: [String]) -> String? {
        if rest == ["count"] { return "\(addresses.count)" }
        guard let index = Int(rest[0]) else { return nil }
        let asked = rest[1].split(separator: " ", maxSplits: 1).map(String.init)
        return address(addresses.indices.contains(index - 1) ? addresses[index - 1] : nil, asked)
    }

    private func addresses(_ name: HeaderName) -> [NameAddress] {
        let bytes = bytes.span
        return message.all(name).flatMap { NameAddress.list(bytes, $0) }
    }

    private func first(_ name: HeaderName) -> NameAddress? {
        let bytes = bytes.span
        return message.first(name).flatMap { NameAddress(bytes, $0) }
    }

    private func number(_ name: HeaderName) -> String {
        let bytes = bytes.span
        return value(name) { HeaderNumber.parse(bytes, $0).map { "\($0)" } }
    }

    private func value(_ name: HeaderName, _ read: (ByteRange) -> String?) -> String {
        message.first(name).flatMap(read) ?? "none"
    }

    /// The value of the first header field whose name, or the long form of it, is this one; line folds are one space.
    private func header(_ name: String) -> String {
        for field in message.fields where spelling(field).lowercased() == name {
            return text(field.value).replacing(#/[ \t]*\r\n[ \t]+/#, with: " ")
        }
        return "none"
    }

    private func list(_ name: String) -> String {
        header(name).split(separator: ",").map { $0.trimmingPrefix(" ") }.joined(separator: " | ")
    }

    private func spelling(_ field: HeaderField) -> String {
        field.name == .other ? text(field.nameRange) : field.name.rawValue
    }

    private func place(_ anomaly: Anomaly) -> String {
        let start = anomaly.range.start
        for field in message.fields
        where field.nameRange.start <= start && start <= field.value.start + field.value.count {
            return spelling(field)
        }
        guard let first = message.fields.first, start >= first.nameRange.start else { return "start line" }
        return anomaly.range.isEmpty && Int(start) == bytes.count && message.body.isEmpty ? "end" : "body"
    }

    private func text(_ range: ByteRange) -> String {
        bytes.span.text(range)
    }
}
