import SIPCatalog

/// Sentences on what the messages show of a response, whatever its code.
enum EvidencePhrase: String, PhraseKey {
    case sent = "evidence.sent"
    case ring = "evidence.ring"
    case reason = "evidence.reason"
    case warning = "evidence.warning"
    case retryAfter = "evidence.retry-after"
    case unsupported = "evidence.unsupported"
    case allow = "evidence.allow"
    case accept = "evidence.accept"
    case minSE = "evidence.min-se"
    case minExpires = "evidence.min-expires"
    case contact = "evidence.contact"
    case callInfo = "evidence.call-info"
    case realm = "evidence.realm"
    case offered = "evidence.offered"
    case supported = "evidence.supported"
    case unregistered = "evidence.unregistered"

    /// The place that each is about, beside which a text needs no such sentence.
    private var place: String { self == .sent ? "hop" : String(rawValue.dropFirst("evidence.".count)) }

    /// The sentences for those of the values that are there and were not told already.
    static func sentences(_ values: PhraseValues, without told: Set<String>, _ catalog: Catalog) -> [String] {
        let values = values.filter { $0.key == "method" || !told.contains($0.key) }
        return allCases.filter { values[$0.place] != nil }.map { catalog.text($0, values) }
    }
}
