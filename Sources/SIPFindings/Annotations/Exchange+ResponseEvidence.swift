import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// What the messages show of a response, for the places of the catalog's texts.
extension Exchange {
    /// Values listed of what a header field has.
    private static let valuesShown = 6
    /// Characters of a value shown.
    private static let valueLength = 120

    /// The values by the names that the catalog's situations use.
    func evidence(of index: MessageIndex) -> PhraseValues {
        guard let message = record(index) else { return [:] }
        var values: PhraseValues = ["method": .text(message.method.name), "hop": .text("\(source(of: message))")]
        values["device"] = device(of: index)
        if let transaction = transaction(of: message) {
            if transaction.request != nil, message.time >= transaction.startTime {
                values["elapsed"] = .duration(message.time - transaction.startTime)
            }
            if message.method == .other {
                values["method"] = detail(.methodName, of: transaction.request).map { .text(shown(string($0))) }
            }
            values["target"] = detail(.requestURI, of: transaction.request).map { .text(shown(string($0))) }
        }
        if message.status >= 200 { values["ring"] = ringStart(before: message).map { .duration(message.time - $0) } }
        addHeaders(index, to: &values)
        addChallenge(index, to: &values)
        addSessions(index, message, to: &values)
        addState(message, to: &values)
        return values
    }

    private func device(of index: MessageIndex) -> PhraseValue? {
        (header(.server, of: index) ?? header(.userAgent, of: index)).map { .text(shown($0)) }
    }

    private func addHeaders(_ index: MessageIndex, to values: inout PhraseValues) {
        let names: [(String, HeaderName)] = [
            ("reason", .reason), ("unsupported", .unsupported), ("allow", .allow), ("accept", .accept),
            ("min-se", .minSE), ("min-expires", .minExpires),
        ]
        for (place, name) in names { values[place] = header(name, of: index).map { .text(shown($0)) } }
        values["retry-after"] = detail(.header(.retryAfter), of: index).flatMap { RetryAfter(text.span, $0) }
            .map { .duration(.seconds(Int64($0.seconds))) }
        values["warning"] = detail(.header(.warning), of: index).flatMap { WarningHeader(text.span, $0) }
            .map { .text(shown("\($0.code) \($0.text)")) }
        values["call-info"] = self.values(of: .callInfo, in: index).flatMap { CallInfo.list(text.span, $0) }
            .first { $0.purpose?.lowercased() == "jwscard" }.map { .text(shown($0.uri)) }
        if let message = record(index), (300...399).contains(message.status), let redirect = redirect(of: message),
            !redirect.contacts.isEmpty
        {
            values["contact"] = .list(redirect.contacts.prefix(Self.valuesShown).map { .text(shown($0)) })
            values["contacts"] = .number(redirect.contacts.count)
            if let follower = redirect.follower {
                values["followed"] = .text(shown(target(of: transactions[follower])))
                values["follow-up"] = .duration(transactions[follower].startTime - redirect.time)
            }
        }
    }

    private func addChallenge(_ index: MessageIndex, to values: inout PhraseValues) {
        let field = detail(.header(.wwwAuthenticate), of: index) ?? detail(.header(.proxyAuthenticate), of: index)
        guard let challenge = field.flatMap({ Challenge(text.span, $0) }) else { return }
        values["realm"] = challenge.realm.map { .text(shown($0)) }
        values["algorithm"] = .text(shown(challenge.algorithm ?? "MD5"))
    }

    /// The codecs of the request's offer, and those that a rejection names.
    private func addSessions(_ index: MessageIndex, _ message: MessageRecord, to values: inout PhraseValues) {
        guard message.status == 488 || message.status == 606 else { return }
        values["offered"] = codecs(of: transaction(of: message)?.request)
        values["supported"] = codecs(of: index)
    }

    private func codecs(of index: MessageIndex?) -> PhraseValue? {
        guard let body = detail(.sessionDescription, of: index),
            let description = SessionDescription(text.span, body)
        else { return nil }
        let names = description.media.flatMap(\.codecs).reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        guard !names.isEmpty else { return nil }
        return .list(names.prefix(Self.valuesShown).map { .text(shown($0)) })
    }

    /// What came before in the exchange, or in the capture.
    private func addState(_ message: MessageRecord, to values: inout PhraseValues) {
        if message.status == 404 || message.status == 480, let transaction = transaction(of: message),
            let expiry = lapsedRegistration(before: message)?.previous.expiry
        {
            values["unregistered"] = .duration(transaction.startTime - expiry)
        }
        if message.status == 500, let transaction = transaction(of: message),
            let earlier = overlapped(by: message, transaction)
        {
            values["overlapped"] = .text("\(transactions[earlier].method.name) \(transactions[earlier].cseq)")
        }
    }

    private func shown(_ text: String) -> String {
        let text = escaped(text)
        return text.count > Self.valueLength ? text.prefix(Self.valueLength) + "…" : text
    }
}
