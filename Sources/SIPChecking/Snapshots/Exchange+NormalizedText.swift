import SIPCatalog
import SIPDialogs
import SIPParsing
import SIPReporting
import TraceTypes

extension Exchange {
    /// Media, and codecs of each, that are shown.
    private static let shownMedia = 8
    private static let shownCodecs = 12
    /// Characters of a name from a session description that are shown.
    private static let shownName = 40

    /// A message by what a new recording has as well: `INVITE sip:bob@192.0.2.20  (sdp: audio PCMU sendrecv)`.
    func normalizedText(of index: MessageIndex) -> String {
        let remarks = [subscriptionText(of: index), bodyText(of: index)].compactMap { $0 }
        return startText(of: index) + (remarks.isEmpty ? "" : "  (\(remarks.joined(separator: ", ")))")
    }

    /// A response by status and phrase; a request by its method, and outside of dialogs by its Request-URI.
    private func startText(of index: MessageIndex) -> String {
        let message = messages[index]
        guard message.isRequest else { return summary(of: index, .english) }
        let name = escaped(requestMethodName(of: index))
        guard !message.flags.contains(.hasToTag), let uri = detail(.requestURI, of: index).map(string)
        else { return name }
        return "\(name) \(NormalizedURI.text(uri))"
    }

    private func subscriptionText(of index: MessageIndex) -> String? {
        guard messages[index].method == .notify else { return nil }
        return detail(.header(.subscriptionState), of: index).flatMap { SubscriptionState(text.span, $0) }
            .map { escaped($0.text) }
    }

    private func bodyText(of index: MessageIndex) -> String? {
        if let body = detail(.sessionDescription, of: index) { return "sdp: \(sessionText(body))" }
        if let body = detail(.sipfrag, of: index) {
            guard case .status(let code, let reason)? = Sipfrag(text.span, body)?.startLine else { return "sipfrag" }
            return "sipfrag: \(code) \(escaped(reason))"
        }
        let type = detail(.header(.contentType), of: index).map(string)?.prefix { $0 != ";" }
        return type.map { escaped($0.lowercased().filter { !$0.isWhitespace }) }
    }

    /// Kinds of media, codecs and directions, without addresses and ports.
    private func sessionText(_ body: ByteRange) -> String {
        guard let description = SessionDescription(text.span, body) else { return "unreadable" }
        guard !description.media.isEmpty else { return "no media" }
        let media = description.media.prefix(Self.shownMedia).map { medium in
            guard !medium.isDisabled else { return "\(Self.name(medium.kind)) off" }
            let codecs = medium.codecs.prefix(Self.shownCodecs).map(Self.name)
            let more = medium.codecs.count > codecs.count ? ["…"] : []
            return ([Self.name(medium.kind)] + codecs + more + [medium.direction.rawValue]).joined(separator: " ")
        }
        return (media + (description.media.count > media.count ? ["…"] : [])).joined(separator: ", ")
    }

    private static func name(_ name: String) -> String { escaped(String(name.prefix(shownName))) }
}
