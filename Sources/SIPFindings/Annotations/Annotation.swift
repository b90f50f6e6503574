import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// What a message means where it stands, in a few words.
public struct Annotation: Sendable {
    /// The status code of a response; nil for a request, and for a code that is no number of its size.
    public let code: UInt16?
    /// Which of the catalog's situations it is, such as `REFER` or `not-followed`.
    public let situation: String?
    /// The words.
    public let text: String
}

extension Exchange {
    /// What a message means where it stands; nil where there is nothing to say beyond its name.
    public func annotation(of index: MessageIndex, _ catalog: Catalog) -> Annotation? {
        guard messages.indices.contains(index) else { return nil }
        let message = messages[index]
        guard !message.isRequest else {
            return requestText(index, catalog).map { Annotation(code: nil, situation: nil, text: $0) }
        }
        let situation = situation(of: index, catalog)
        let text = catalog.short(code: Int(message.status), situation: situation)
        return text.isEmpty
            ? nil : Annotation(code: message.status > 0 ? message.status : nil, situation: situation, text: text)
    }

    /// What a response means where it stands, in full: the catalog's entry in the response's situation, with what the
    /// messages show; nil for requests and repeats.
    public func explanation(of index: MessageIndex, _ catalog: Catalog) -> ResponseExplanation? {
        guard let message = record(index), !message.isRequest, !message.isRepeat, message.status > 0 else { return nil }
        let situation = situation(of: index, catalog)
        let values = evidence(of: index)
        var entry = catalog.entry(for: Int(message.status), situation: situation, values)
        // A first challenge is how authentication begins, and needs no setting changed.
        if situation != "first" { entry.fix += settings(of: index, about: entry.label, catalog) }
        let told =
            situation.flatMap { catalog.situation(for: Int(message.status), named: $0)?.explanation.places } ?? []
        return ResponseExplanation(
            entry: entry, situation: situation, evidence: EvidencePhrase.sentences(values, without: told, catalog))
    }

    /// Settings that may help on the system which sent a response, where it says what it is.
    private func settings(of index: MessageIndex, about code: String, _ catalog: Catalog) -> [String] {
        guard let product = header(.server, of: index) ?? header(.userAgent, of: index),
            let platform = Platform(product: product)
        else { return [] }
        return catalog.hints(about: code, on: platform).prefix(Self.settingsTold).map(catalog.sentence(of:))
    }

    private static let settingsTold = 2

    /// What it means that a call, which is known to be unanswered, got no response at all: the client acts as if it had
    /// got a 408 (RFC 3261 section 8.1.3.1). Nil where its INVITE got one.
    public func explanationOfSilence(after invite: TransactionIndex, _ catalog: Catalog) -> ResponseExplanation? {
        guard transactions.indices.contains(invite), !transactions[invite].hasResponse else { return nil }
        let entry = catalog.entry(for: 408, situation: Self.silence)
        return ResponseExplanation(entry: entry, situation: Self.silence, evidence: [])
    }

    private static let silence = "no-response"

    /// The first of the circumstances of a response that the catalog has words for.
    func situation(of index: MessageIndex, _ catalog: Catalog) -> String? {
        guard let message = record(index) else { return nil }
        let code = Int(message.status)
        guard catalog.hasSituations(code: code) else { return nil }
        return circumstances(of: index).first { catalog.situation(for: code, named: $0) != nil }
    }
}

/// A response explained in full.
public struct ResponseExplanation: Sendable {
    /// The catalog's entry, with the texts of the situation.
    public let entry: CatalogEntry
    /// Which of the catalog's situations it is.
    public let situation: String?
    /// What the messages show of it beyond that, in whole sentences.
    public let evidence: [String]
}
