import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// What a call failed with, and who decided that.
extension Story {
    /// `bob's device (Acme 1.2 at 192.0.2.2) declined with 603 Decline after ringing for 6 s`.
    var failure: Phrase {
        let isAgain = facts.result.transaction.map { exchange.transactions[$0].isRejectedCredentials } ?? false
        let outcome = facts.result.outcome == .unauthorized && isAgain ? "rejected" : facts.result.outcome.rawValue
        var values: PhraseValues = [
            "who": decider, "outcome": .choice(outcome),
            "status": .text(status(facts.result.status, facts.result.final)),
        ]
        values["ringing"] = facts.ringing.map { .duration($0) }
        return Phrase(StoryPhrase.failure, values)
    }

    /// Who gave the final response: the device that rang where the To tag shows that, or else an address. An element that
    /// was not seen may stand behind the address.
    var decider: PhraseValue {
        guard let decision = facts.decision else { return .phrase(Phrase(StoryPhrase.otherSide)) }
        let address = "\(decision.address.address)"
        var values: PhraseValues = ["address": .text(address)]
        values["product"] = decision.software.map { .text(Self.product($0)) }
        guard decision.isFromRingingDevice else { return .phrase(Phrase(StoryPhrase.decider, values)) }
        let isNamed = !names.isCalled(.callee, address)
        values["owner"] = isNamed ? names[.callee] : .text("")
        values["named"] = .choice(isNamed ? "yes" : "no")
        return .phrase(Phrase(StoryPhrase.device, values))
    }

    /// The first product of a Server or User-Agent value, without the remarks behind it.
    private static func product(_ software: String) -> String {
        let product = software.firstRange(of: " (").map { software[..<$0.lowerBound] } ?? software[...]
        return product.count > 40 ? product.prefix(40) + "…" : String(product)
    }
}
