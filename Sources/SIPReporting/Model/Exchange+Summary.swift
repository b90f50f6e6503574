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
        guard message.isRequest else { return response(index, catalog) }
        let name = methodName(of: index)
        guard !message.flags.contains(.hasToTag) else { return name }
        return detail(.requestURI, of: index).map { "\(name) \(escaped(string($0)))" } ?? name
    }

    /// The code and phrase of a response.
    func response(_ index: MessageIndex, _ catalog: Catalog) -> String {
        let status = messages[index].status
        return
            "\(status > 0 ? String(status) : "(\(catalog.text(ReportPhrase.noStatus)))") \(shownPhrase(of: index, catalog))"
            .trimmed
    }

    /// The name of a request's method; of one that is not registered as received, escaped.
    func methodName(of index: MessageIndex) -> String {
        guard messages[index].method == .other else { return messages[index].method.name }
        let name = detail(.methodName, of: index).map { escaped(string($0)) } ?? ""
        return name.isEmpty ? "(unknown method)" : name
    }

    /// The phrase of a response as received where it was kept, else the registry's.
    func shownPhrase(of index: MessageIndex, _ catalog: Catalog) -> String {
        if let kept = detail(.reasonPhrase, of: index) { return escaped(string(kept)) }
        let entry = catalog.entry(for: Int(messages[index].status))
        return entry.isFallback ? "" : entry.phrase
    }
}
