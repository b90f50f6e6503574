import SIPBodies
import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Exchange {
    /// What the body of a message says, in one line: `SDP audio 192.0.2.1:4000 PCMU sendrecv`; nil without a body, and
    /// for one whose meaning is told elsewhere, as that of a transfer's NOTIFY.
    func bodySummary(of index: MessageIndex, _ catalog: Catalog) -> String? {
        if let body = detail(.sessionDescription, of: index) {
            guard let description = SessionDescription(text.span, body) else { return nil }
            return "SDP "
                + (description.media.isEmpty ? catalog.text(ReportPhrase.noMedia) : escaped(description.summary))
        }
        if let body = detail(.body, of: index) { return BodySummary(text.span, part(body, of: index)).text }
        return omittedBody(of: index).map { BodySummary(byteCount: Int($0), part(.empty, of: index)).text }
    }

    /// How many bytes a body has that was too large to be kept.
    private func omittedBody(of index: MessageIndex) -> UInt32? {
        guard messages.indices.contains(index) else { return nil }
        for position in messages[index].details {
            if case .omittedBody(let count) = details[Int(position)].kind { return count }
        }
        return nil
    }

    /// What breaks the grammar in the body of a message.
    func bodyAnomalies(of index: MessageIndex) -> [Anomaly] {
        if let body = detail(.sessionDescription, of: index) {
            return SessionDescription(text.span, body)?.anomalies ?? []
        }
        return detail(.body, of: index).map { BodySummary(text.span, part($0, of: index)).anomalies } ?? []
    }

    /// The kept body, with the header fields that say what it is.
    private func part(_ body: ByteRange, of index: MessageIndex) -> BodyPart {
        let fields = [HeaderName.contentType, .contentEncoding].compactMap { name in
            detail(.header(name), of: index).map { HeaderField(name: name, nameRange: .empty, value: $0) }
        }
        return BodyPart(text.span, fields: fields, content: body)
    }
}
