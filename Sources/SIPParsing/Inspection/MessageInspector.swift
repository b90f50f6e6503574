/// The strict look at a message: holds each header field's values to the grammar of its name, beyond what
/// `MessageParser` notes in passing.
///
/// An inspector that looks at many messages knows again the values that it found clean, and passes over them.
public struct MessageInspector: Sendable {
    private let limits: ParsingLimits
    private var clean = CleanValues()

    /// Makes an inspector; what passes `limits` is noted, and not looked at any further.
    public init(limits: ParsingLimits = .standard) {
        self.limits = limits
    }

    /// The departures from the grammar that `message.anomalies` does not hold: first those of the Request-URI, then those
    /// of the header fields in their order, then what is missing. `bytes` are those that the message was read from;
    /// time grows with their number.
    public mutating func inspect(_ message: Message, _ bytes: Span<UInt8>) -> [Anomaly] {
        guard message.extent.range.upperBound <= bytes.count else { return [] }
        var inspection = Inspection(known: message.anomalies, limits: limits)
        if let uri = message.requestURI { inspect(requestURI: uri, bytes, &inspection) }
        for index in message.fields.indices {
            let field = message.fields[index]
            if field.name == .other { inspectName(of: field, bytes, &inspection) }
            let form = HeaderForm(field.name)
            if case .single = form.plurality, isRepeated(message, index) {
                inspection.note(.repeatedField, field.nameRange.range)
            }
            if case .text = form.item { continue }
            inspect(field, form, bytes, &inspection)
        }
        inspection.noteWildcardAmongOthers()
        inspectParts(message, bytes, &inspection)
        notePresence(message, bytes, &inspection)
        return inspection.found
    }

    private mutating func inspect(requestURI uri: ByteRange, _ bytes: Span<UInt8>, _ inspection: inout Inspection) {
        let key = clean.key(ofRequestURI: uri, bytes)
        guard !clean.contains(key) else { return }
        if bytes.isURI(uri.range, allowsHeaders: false) {
            clean.insert(key)
        } else {
            inspection.note(.badRequestURI, uri.range)
        }
    }

    private mutating func inspect(
        _ field: HeaderField, _ form: HeaderForm, _ bytes: Span<UInt8>, _ inspection: inout Inspection
    ) {
        let key = clean.key(of: field, bytes)
        if clean.contains(key) { return inspection.passOver(form) }
        if inspection.inspect(field, form, bytes) { clean.insert(key) }
    }

    /// Looks at the parts of a multipart body (RFC 2046 section 5.1.1).
    private func inspectParts(_ message: Message, _ bytes: Span<UInt8>, _ inspection: inout Inspection) {
        guard !message.body.isEmpty, let type = message.first(.contentType),
            bytes.hasPrefix("multipart/", at: type.range.lowerBound)
        else { return }
        for anomaly in BodyTree(bytes, message, limits: limits).anomalies {
            inspection.note(anomaly.kind, anomaly.range.range)
        }
    }

    private func isRepeated(_ message: Message, _ index: Int) -> Bool {
        let name = message.fields[index].name
        for earlier in 0..<index where message.fields[earlier].name == name { return true }
        return false
    }

    private func inspectName(of field: HeaderField, _ bytes: Span<UInt8>, _ inspection: inout Inspection) {
        let name = field.nameRange.range
        if name.isEmpty || bytes.end(of: .token, from: name.lowerBound, to: name.upperBound) < name.upperBound {
            inspection.note(.badFieldName, name)
        }
    }

    /// Header fields that should be there and are not (RFC 3261 sections 8.1.1.3, 8.1.1.6 and 20.15).
    private func notePresence(_ message: Message, _ bytes: Span<UInt8>, _ inspection: inout Inspection) {
        if case .request(_, let name, let uri) = message.startLine, message.first(.maxForwards) == nil {
            inspection.note(.missingMaxForwards, name.range.lowerBound..<uri.range.upperBound)
        }
        if let from = message.from, message.fromTag?.isEmpty ?? true {
            inspection.note(.missingFromTag, from.range)
        }
        let body = message.body.range
        // Without Content-Length, line ends behind the header fields are no body.
        let isBlank = bytes.endOfWhitespace(from: body.lowerBound, to: body.upperBound) == body.upperBound
        if !body.isEmpty, message.contentLength != nil || !isBlank, message.first(.contentType) == nil {
            inspection.note(.missingContentType, body)
        }
    }
}

extension MessageParser {
    /// Adds to the anomalies of the message, which was read from `bytes`, what an inspector finds.
    public mutating func inspect(_ bytes: Span<UInt8>, with inspector: inout MessageInspector) {
        let found = inspector.inspect(message, bytes)
        if !found.isEmpty { message.anomalies += found }
    }
}
