/// The inspection of one message: what it has found so far.
struct Inspection {
    /// What was noted of the message before.
    private let known: [Anomaly]
    /// What is looked at, and no more.
    let limits: ParsingLimits
    /// How often something was to be noted, whether it was known or over the limit.
    private var noted = 0
    /// What was found.
    private(set) var found: [Anomaly] = []
    /// A `*` among Contact values, and how many of these there are.
    private var wildcard: Range<Int>?
    private var contacts = 0
    /// Whether the value before the one that is looked at was an address without brackets.
    var followsBareAddress = false

    init(known: [Anomaly], limits: ParsingLimits) {
        self.known = known
        self.limits = limits
    }

    /// Notes an anomaly, unless the same is known of these bytes.
    mutating func note(_ kind: Anomaly.Kind, _ range: Range<Int>) {
        noted += 1
        guard known.count + found.count < limits.anomalies else { return }
        let isKnown = known.contains { anomaly in
            anomaly.kind == kind && (anomaly.range.range.overlaps(range) || anomaly.range.range == range)
        }
        if !isKnown { found.note(kind, range, limits) }
    }

    /// Passes over a header field whose values are known to be clean.
    mutating func passOver(_ form: HeaderForm) {
        if case .contact = form.item { contacts += 1 }
    }

    /// Looks at the values of one header field; returns whether they are clean, in whatever message.
    mutating func inspect(_ field: HeaderField, _ form: HeaderForm, _ bytes: Span<UInt8>) -> Bool {
        let (count, wildcards) = (noted, wildcard)
        inspectValues(of: field, form, bytes)
        return noted == count && wildcard == wildcards
    }

    private mutating func inspectValues(of field: HeaderField, _ form: HeaderForm, _ bytes: Span<UInt8>) {
        followsBareAddress = false
        let value = field.value.range
        guard !value.isEmpty else {
            switch form.plurality {
            case _ where form.flaw == .badVia: return
            case .optionalList: return
            case .list where form.flaw == .badValue: return note(.emptyListItem, field.nameRange.range)
            default: return note(form.flaw, field.nameRange.range)
            }
        }
        guard form.isListed else {
            let end = inspectItem(form, bytes, value.lowerBound, value.upperBound)
            let rest = bytes.endOfWhitespace(from: end, to: value.upperBound)
            if rest < value.upperBound { note(form.flaw, rest..<value.upperBound) }
            return
        }
        inspectList(form, bytes, value)
    }

    private mutating func inspectList(_ form: HeaderForm, _ bytes: Span<UInt8>, _ value: Range<Int>) {
        let end = value.upperBound
        var offset = value.lowerBound
        var count = 0
        while true {
            offset = bytes.endOfWhitespace(from: offset, to: end)
            if offset == end || bytes[offset] == ASCII.comma {
                // Of Via, the parser notes it.
                let comma = offset < end ? offset : offset - 1
                if form.flaw != .badVia { note(.emptyListItem, comma..<(comma + 1)) }
            } else {
                count += 1
                guard count <= limits.listedValues else { return note(.tooManyValues, offset..<end) }
                let stop = inspectItem(form, bytes, offset, end)
                offset = bytes.endOfWhitespace(from: stop, to: end)
                if offset < end, bytes[offset] != ASCII.comma {
                    let next = bytes.topLevelOffset(of: ASCII.comma, in: offset..<end) ?? end
                    note(form.flaw, offset..<next)
                    offset = next
                }
            }
            guard offset < end else { return }
            offset += 1
        }
    }

    /// Looks at the value that begins at `start`; returns the offset where it ends.
    private mutating func inspectItem(_ form: HeaderForm, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        let range = start..<end
        switch form.item {
        case .text: return end
        case .address: return inspectAddress(form, bytes, range)
        case .contact:
            contacts += 1
            guard bytes[start] == ASCII.asterisk else { return inspectAddress(form, bytes, range) }
            wildcard = start..<(start + 1)
            return start + 1
        case .nameAddress: return inspectAddress(form, bytes, range, needsBrackets: true)
        case .bracketedURI: return inspectBracketedURI(form, bytes, range)
        case .uri: return inspectBareURI(bytes, range)
        case .via: return inspectVia(form, bytes, range)
        case .token: return bytes.end(of: .token, from: start, to: end)
        case .tokenWithParameters: return inspectTokenWithParameters(form, bytes, range)
        case .parameters: return inspectParameters(form, bytes, range, isFirst: true)
        case .mediaType: return inspectMediaType(form, bytes, range)
        case .callID: return inspectCallID(bytes, range)
        case .dialog: return inspectParameters(form, bytes, inspectCallID(bytes, range)..<end)
        case .number(let largest): return inspectNumber(bytes, range, largest)
        case .seconds: return inspectParameters(form, bytes, inspectNumber(bytes, range)..<end)
        case .retryAfter: return inspectRetryAfter(form, bytes, range)
        case .decimal: return inspectDecimal(bytes, range)
        case .timestamp: return inspectTimestamp(bytes, range)
        case .rAck: return inspectRAck(bytes, range)
        case .date: return inspectDate(bytes, range)
        case .warning: return inspectWarning(bytes, range)
        case .authentication: return inspectAuthentication(bytes, range)
        case .authenticationInfo: return inspectAuthenticationParameters(bytes, range)
        case .products: return inspectProducts(bytes, range)
        }
    }

    /// `*` stands alone (RFC 3261 section 20.10).
    mutating func noteWildcardAmongOthers() {
        if let wildcard, contacts > 1 { note(.badValue, wildcard) }
    }
}
