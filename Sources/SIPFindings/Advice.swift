import SIPCatalog
import SIPDialogs

/// Where the advice for a case comes from.
enum Advice: Sendable, Hashable {
    /// The rule's topic.
    case rule
    /// The entry of the status code that decided the case, and then the rule's topic.
    case code(UInt16)
    /// What the catalog says of a response where it stands, and then the rule's topic.
    case response(MessageIndex)
    /// What the catalog says of a status code in a situation; the rule's topic where it knows no such situation.
    case situation(UInt16, String)

    /// More than this nobody reads.
    private static let limit = 6

    /// The advice, the first thing first.
    func sentences(for topic: CatalogTopic?, _ exchange: Exchange, _ catalog: Catalog) -> [String] {
        let own = topic?.fix ?? []
        switch self {
        case .rule: return Array(own.prefix(Self.limit))
        case .code(let status):
            let entry = catalog.entry(for: Int(status))
            return Array(((entry.isFallback ? [] : entry.fix) + own).prefix(Self.limit))
        case .response(let message):
            let fix = exchange.explanation(of: message, catalog)?.entry.fix ?? []
            return Array((fix + own).prefix(Self.limit))
        case .situation(let status, let name):
            return Array(
                (catalog.situation(for: Int(status), named: name).map { catalog.fix(of: $0) } ?? own).prefix(Self.limit)
            )
        }
    }
}
