import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

extension Exchange {
    /// A message by its start line, without the version: `INVITE sip:bob@example.com`, `603 Decline`, `BYE`.
    public func summary(of index: MessageIndex, _ catalog: Catalog) -> String {
        guard messages.indices.contains(index) else { return "" }
        let message = messages[index]
        guard message.isRequest else { return "\(message.status) \(shownPhrase(of: index, catalog))".trimmed }
        let name = message.method == .other ? "(unregistered method)" : message.method.name
        return detail(.requestURI, of: index).map { "\(name) \(escaped(string($0)))" } ?? name
    }

    /// The phrase of a response as received where it was kept, else the registry's.
    func shownPhrase(of index: MessageIndex, _ catalog: Catalog) -> String {
        let kept = phrase(of: index)
        guard kept.isEmpty else { return kept }
        let entry = catalog.entry(for: Int(messages[index].status))
        return entry.isFallback ? "" : entry.phrase
    }
}
