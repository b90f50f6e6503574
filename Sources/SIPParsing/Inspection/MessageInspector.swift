/// The strict look at a message: holds each header field's values to the grammar of its name, beyond what
/// `MessageParser` notes in passing.
public struct MessageInspector: Sendable {
    private let limits: ParsingLimits

    /// Makes an inspector; what passes `limits` is noted, and not looked at any further.
    public init(limits: ParsingLimits = .standard) {
        self.limits = limits
    }

    /// The departures from the grammar that `message.anomalies` does not hold: first those of the Request-URI, then those
    /// of the header fields in their order, then what is missing. `bytes` are those that the message was read from;
    /// time grows with their number.
    public func inspect(_ message: Message, _ bytes: Span<UInt8>) -> [Anomaly] {
        guard message.extent.range.upperBound <= bytes.count else { return [] }
        var inspection = Inspection(known: message.anomalies, limits: limits)
        if let uri = message.requestURI, !bytes.isURI(uri.range, allowsHeaders: false) {
            inspection.note(.badRequestURI, uri.range)
        }
        for (index, field) in message.fields.enumerated() {
            guard bytes.bounds(field.value) != nil else { continue }
            inspectName(of: field, bytes, &inspection)
            let form = HeaderForm(field.name)
            if case .single = form.plurality, message.fields[..<index].contains(where: { $0.name == field.name }) {
                inspection.note(.repeatedField, field.nameRange.range)
            }
            inspection.inspect(field, form, bytes)
        }
        inspection.noteWildcardAmongOthers()
        notePresence(message, bytes, &inspection)
        return inspection.found
    }

    private func inspectName(of field: HeaderField, _ bytes: Span<UInt8>, _ inspection: inout Inspection) {
        guard field.name == .other else { return }
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
