import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Exchange {
    /// The method of a transaction's request as it was sent; `request` where that was not seen.
    func requestName(of transaction: Transaction) -> String {
        guard transaction.method == .other else { return transaction.method.name }
        return detail(.methodName, of: transaction.request).map { escaped(string($0)) } ?? "request"
    }

    /// The method of a transaction's request as it was sent; the case `unknown` where that was not kept.
    func methodValue(of transaction: Transaction) -> PhraseValue {
        methodValue(transaction.method, transaction.request)
    }

    /// The method of a message as it was sent; the case `unknown` where that was not kept.
    func methodValue(of message: MessageIndex) -> PhraseValue {
        methodValue(messages[message].method, message)
    }

    private func methodValue(_ method: SIPParsing.Method, _ message: MessageIndex?) -> PhraseValue {
        guard method == .other else { return .text(method.name) }
        return detail(.methodName, of: message).map { .text(escaped(string($0))) } ?? .choice("unknown")
    }
}
