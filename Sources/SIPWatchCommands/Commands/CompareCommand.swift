import SIPCatalog
import TraceTypes

/// `sipwatch compare CODE CODE...` and `sipwatch compare --family NAME`.
struct CompareCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() throws(UsageError) -> ExitStatus {
        let catalog = Catalog.asked(by: invocation)
        if let name = invocation.options.family {
            Console.output(try family(name, catalog))
            return .done
        }
        var entries = try invocation.operands.map { word throws(UsageError) in try entry(word, catalog) }
        guard let first = entries.first, entries.count > 1 else {
            throw UsageError("name two status codes or more, or a family with --family", command: .compare)
        }
        entries = entries.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        do throws(CatalogLookupError) {
            let format = CatalogFormat(invocation)
            Console.output(
                entries.count > 2
                    ? try CodeTableRenderer(catalog: catalog).render(entries, as: format)
                    : CompareRenderer(catalog: catalog).render(
                        try catalog.compare(first, entries.dropFirst().first ?? first), as: format))
            return .done
        } catch {
            throw UsageError(error.description, command: .compare)
        }
    }

    private func family(_ name: String, _ catalog: Catalog) throws(UsageError) -> String {
        guard invocation.operands.isEmpty else {
            throw UsageError(
                "--family names the codes itself; leave out \(quoted(invocation.operands[0]))", command: .compare)
        }
        let renderer = CodeTableRenderer(catalog: catalog)
        if name == "list" { return renderer.renderFamilies(as: CatalogFormat(invocation)) }
        guard let family = catalog.family(name) else {
            let names = catalog.families.map(\.name)
            let guess = suggestion(for: name, in: names).map { "; did you mean '\($0)'?" }
            throw UsageError(
                "no family \(quoted(name))\(guess ?? "; there are \(listed(names, "and"))")", command: .compare)
        }
        return renderer.render(family, as: CatalogFormat(invocation))
    }

    private func entry(_ word: String, _ catalog: Catalog) throws(UsageError) -> CatalogEntry {
        let known: CatalogEntry?
        do throws(CatalogLookupError) {
            known = try catalog.entry(labelled: word)
        } catch {
            throw UsageError(error.description, command: .compare)
        }
        guard let known else { throw UsageError("\(quoted(word)) is not a status code", command: .compare) }
        return known
    }
}
