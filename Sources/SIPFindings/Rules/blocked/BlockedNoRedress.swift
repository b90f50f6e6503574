import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// A 608 that does not say where to complain: no Call-Info with `purpose=jwscard` (RFC 8688 section 3.1).
    static let blockedNoRedress = Rule("blocked/no-redress", .warning) { exchange, _ in
        exchange.transactions.compactMap { transaction in
            guard transaction.primary == nil, transaction.finalStatus == 608 else { return nil }
            let value = exchange.detail(.header(.callInfo), of: transaction.final)
            let infos = value.map { CallInfo.list(exchange.text.span, $0) } ?? []
            guard !infos.contains(where: { $0.purpose?.lowercased() == "jwscard" }) else { return nil }
            let lacking =
                infos.isEmpty ? "without a Call-Info header field" : "with a Call-Info of another purpose than jwscard"
            return Evidence(
                confidence: .proven, messages: [transaction.request, transaction.final],
                message: "\(exchange.server(of: transaction)) rejected the \(transaction.method.name) for "
                    + "\(exchange.target(of: transaction)) with \(exchange.statusText(608, transaction.final)), "
                    + "\(lacking): the caller is not told whom to ask for redress")
        }
    }
}
