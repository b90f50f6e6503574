import SIPCatalog
import TraceTypes

/// `sipwatch explain CODE|TOPIC`.
struct ExplainCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() throws(UsageError) -> ExitStatus {
        let catalog = Catalog.asked(by: invocation)
        let question = invocation.operands.joined(separator: " ")
        let answer: CatalogAnswer?
        do throws(CatalogLookupError) {
            answer = try catalog.answer(to: question)
        } catch {
            throw UsageError(error.description, command: .explain)
        }
        guard let answer else {
            let guess = suggestion(for: question, in: catalog.keys).map { "; did you mean '\($0)'?" }
            throw UsageError(
                "nothing is known about \(quoted(question))"
                    + (guess ?? "; 'sipwatch codes' and 'sipwatch rules' list codes and rules"),
                command: .explain)
        }
        Console.output(text(of: answer, question, catalog))
        return .done
    }

    private func text(of answer: CatalogAnswer, _ question: String, _ catalog: Catalog) -> String {
        let format = CatalogFormat(invocation)
        switch answer {
        case .code(let entry, let situation):
            return ExplainRenderer(catalog: catalog).render(entry, in: situation, as: format)
        case .topic(let topic): return ExplainRenderer(catalog: catalog).render(topic, as: format)
        case .references(let entries): return ReferenceRenderer(catalog: catalog).render(entries, as: format)
        case .matches(let matches):
            return ReferenceRenderer(catalog: catalog).render(matches, for: question, as: format)
        }
    }
}
