import SIPCatalog
import SIPFindings
import SIPReporting
import TraceTypes

/// `sipwatch rules [NAME|AREA]`.
struct RulesCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() throws(UsageError) -> ExitStatus {
        let format = CatalogFormat(invocation)
        let catalog = Catalog.asked(by: invocation)
        guard let name = invocation.operands.first else {
            Console.output(RuleList(catalog: catalog).render(as: format))
            return .done
        }
        if RuleSelection.areas.contains(name) {
            Console.output(RuleList(catalog: catalog, RuleSelection(selecting: [name]).rules).render(as: format))
            return .done
        }
        guard Rule.all.contains(where: { $0.name == name }), let topic = catalog.topic(name) else {
            let guess = suggestion(for: name, in: Rule.all.map(\.name) + RuleSelection.areas).map {
                "; did you mean '\($0)'?"
            }
            throw UsageError(
                "no rule and no area \(quoted(name))\(guess ?? "; 'sipwatch rules' lists them")", command: .rules)
        }
        Console.output(ExplainRenderer(catalog: catalog).render(topic, as: format))
        return .done
    }
}
