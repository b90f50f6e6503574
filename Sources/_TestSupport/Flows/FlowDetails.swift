import TraceTypes

/// What the indented lines below a message say.
struct FlowDetails {
    private(set) var lines: [String] = []
    private(set) var extra: [String] = []
    private(set) var without: [String] = []
    private(set) var body: SIPScenario.Body?
    private var takesText = false

    /// Reads the lines below a message of `sender`.
    init(_ details: [FlowLine], from sender: SIPScenario.Party) throws(FlowError) {
        for line in details {
            if line.text.hasPrefix("|") {
                guard takesText else { throw line.error(.form("body TYPE")) }
                let text = line.text.dropFirst()
                body?.text += (text.hasPrefix(" ") ? text.dropFirst() : text) + "\r\n"
            } else {
                takesText = false
                try read(line, sender)
            }
        }
    }

    private mutating func read(_ line: FlowLine, _ sender: SIPScenario.Party) throws(FlowError) {
        let words = line.words.map(\.text)
        let rest = line.text.drop { $0 != " " }.drop { $0 == " " }
        switch words.first ?? "" {
        case "sdp": body = try Self.sessionDescription(words.dropFirst(), line, "\(sender.endpoint.address)")
        case "sipfrag": body = .sipfrag("SIP/2.0 " + rest)
        case "body":
            guard !rest.isEmpty else { throw line.error(.form("body TYPE")) }
            body = SIPScenario.Body(type: String(rest), "")
            takesText = true
        case _ where line.text.hasPrefix("+"): extra.append(String(line.text.dropFirst()))
        case _ where line.text.hasPrefix("-"): without.append(String(line.text.dropFirst()))
        case _ where line.text.contains(":"): lines.append(line.text)
        default: throw line.error(.form("Header: value"))
        }
    }

    private static func sessionDescription(
        _ words: ArraySlice<String>, _ line: FlowLine, _ origin: String
    ) throws(FlowError) -> SIPScenario.Body {
        var description = SIPScenario.SessionDescription(origin: origin)
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            let list = (parts.last ?? "").split(separator: ",").map(String.init)
            switch (parts.first ?? "", parts.count) {
            case ("sendonly", 1), ("recvonly", 1), ("inactive", 1), ("sendrecv", 1): description.direction = word
            case ("port", 2):
                description.ports = list.compactMap { UInt16($0) }
                guard description.ports.count == list.count else { throw line.error(.notAValue(word)) }
            case ("codecs", 2): description.codecs = list
            case ("media", 2): description.media = list
            case ("address", 2): description.address = parts[1]
            case ("version", 2): description.version = parts[1]
            default: throw line.error(.unknownWord(word))
            }
        }
        return description.body
    }

    /// Whether the lines say something of a header field.
    func names(_ header: String) -> Bool {
        let name = header.lowercased()
        return lines.contains { SIPScenario.fieldName($0) == name } || without.contains { $0.lowercased() == name }
    }

    /// Puts the lines in place of those that a request has of the same names.
    func apply(to request: inout SIPScenario.Request) {
        let isReplaced = { (line: String) in names(SIPScenario.fieldName(line)) }
        request.lines = request.lines.filter { !isReplaced($0) } + lines
        request.extra = request.extra.filter { !isReplaced($0) } + extra
        request.without += without
        if let body { request.body = body }
    }
}
