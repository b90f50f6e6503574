import SIPDialogs
import SIPParsing
import TraceTypes

extension Exchange {
    /// The method of a transaction's request as it was sent; `request` where that was not seen.
    func requestName(of transaction: Transaction) -> String {
        guard transaction.method == .other else { return transaction.method.name }
        return detail(.methodName, of: transaction.request).map { escaped(string($0)) } ?? "request"
    }
}
