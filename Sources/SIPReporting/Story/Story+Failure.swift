import SIPDialogs
import SIPParsing
import TraceTypes

/// What a call failed with, and who decided that.
extension Story {
    /// `bob's device (Acme 1.2 at 192.0.2.2) declined with 603 Decline after ringing for 6 s`.
    var failure: String {
        let text = status(facts.result.status, facts.result.final)
        let ringing = facts.ringing.map { " after ringing for \($0)" } ?? ""
        let isAgain = facts.result.transaction.map { exchange.transactions[$0].isRejectedCredentials } ?? false
        let verb =
            switch facts.result.outcome {
            case .declined: "declined with"
            case .busy: "was busy:"
            case .blocked: "blocked the call with"
            case .forbidden: "refused the call with"
            case .unauthorized: isAgain ? "did not accept the credentials:" : "asked for credentials that never came:"
            default: "ended the attempt with"
            }
        return "\(decider) \(verb) \(text)\(ringing)"
    }

    /// Who gave the final response: the device that rang where the To tag shows that, or else an address. An element that
    /// was not seen may stand behind the address.
    var decider: String {
        guard let decision = facts.decision else { return "the other side" }
        let address = "\(decision.address.address)"
        let product = decision.software.map(Self.product)
        guard decision.isFromRingingDevice else { return product.map { "\(address) (\($0))" } ?? address }
        let owner = names.callee == address ? "the device that rang" : "\(names.callee)'s device"
        return owner + (product.map { " (\($0), seen at \(address))" } ?? " (seen at \(address))")
    }

    /// The first product of a Server or User-Agent value, without the remarks behind it.
    private static func product(_ software: String) -> String {
        let product = software.firstRange(of: " (").map { software[..<$0.lowerBound] } ?? software[...]
        return product.count > 40 ? product.prefix(40) + "…" : String(product)
    }
}
