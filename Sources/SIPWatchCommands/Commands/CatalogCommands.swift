import SIPCatalog

/// `sipwatch explain CODE|TOPIC`.
struct ExplainCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() throws(UsageError) -> ExitStatus {
        let catalog = Catalog.asked(by: invocation)
        let renderer = ExplainRenderer(catalog: catalog)
        let format = CatalogFormat(invocation)
        let word = invocation.operands.first ?? ""
        if let topic = catalog.topic(word) {
            Console.output(renderer.render(topic, as: format))
            return .done
        }
        do throws(CatalogLookupError) {
            if let entry = try catalog.entry(labelled: word) {
                Console.output(renderer.render(entry, as: format))
                return .done
            }
        } catch {
            throw UsageError(error.description, command: .explain)
        }
        let known = catalog.topics.map(\.rule)
        let guess = suggestion(for: word, in: known).map { "; did you mean '\($0)'?" }
        throw UsageError(
            "\(quoted(word)) is neither a status code nor a rule\(guess ?? "; 'sipwatch codes' and 'sipwatch rules' list them")",
            command: .explain)
    }
}

/// `sipwatch compare CODE CODE`.
struct CompareCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() throws(UsageError) -> ExitStatus {
        let catalog = Catalog.asked(by: invocation)
        let entries = try invocation.operands.map { word throws(UsageError) in try entry(word, catalog) }
        guard let first = entries.first, let second = entries.dropFirst().first else {
            throw UsageError("name two status codes", command: .compare)
        }
        do throws(CatalogLookupError) {
            let comparison = try catalog.compare(first, second)
            Console.output(CompareRenderer(catalog: catalog).render(comparison, as: CatalogFormat(invocation)))
            return .done
        } catch {
            throw UsageError(error.description, command: .compare)
        }
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

/// `sipwatch codes`.
struct CodesCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() -> ExitStatus {
        Console.output(CodesRenderer(catalog: .asked(by: invocation)).render(as: CatalogFormat(invocation)))
        return .done
    }
}

extension CatalogFormat {
    /// The form that a command line asks for.
    init(_ invocation: Invocation) {
        self =
            switch invocation.options.format {
            case .json, .jsonLines: .json
            case .markdown: .markdown
            case .html: .html
            case .text: .text
            }
    }
}
