import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// A REFER that itself was rejected (RFC 3515 section 2.4.2).
    static let transferRefused = Rule("transfer/refused", .error) { exchange, _ in
        exchange.transfers.compactMap { transfer in
            guard transfer.responseStatus >= 300, transfer.responseStatus != 401, transfer.responseStatus != 407 else {
                return nil
            }
            let refer = exchange.transactions[transfer.transaction]
            return Evidence(
                confidence: .proven, messages: [transfer.refer, transfer.response],
                message: "\(exchange.server(of: refer)) refused the REFER to \(escaped(transfer.referTo)) with "
                    + "\(exchange.statusText(transfer.responseStatus, transfer.response)): the transfer was never tried, "
                    + "and the call goes on as it was",
                status: transfer.responseStatus)
        }
    }
}
