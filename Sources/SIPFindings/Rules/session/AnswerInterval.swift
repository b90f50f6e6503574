import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 2xx whose Session-Expires is above that of the request: the callee may lower the interval but not raise it
    /// (RFC 4028 section 9).
    ///
    /// Only where the request says `Supported: timer` and asks for no less than its own Min-SE: of other requests a
    /// proxy behind the capture point may have raised the interval (section 8.1).
    static let sessionRaised = Rule("session/expires-raised", .error, when: .init(headers: [.sessionExpires])) {
        exchange, _ in
        exchange.sessionAnswers.compactMap { answer -> Evidence? in
            let request = answer.transaction.request
            guard let asked = exchange.number(.sessionExpires, of: request),
                let given = exchange.number(.sessionExpires, of: answer.message), given > asked,
                exchange.optionTags(.supported, of: request).contains("timer"),
                asked >= max(90, exchange.number(.minSE, of: request) ?? 90)
            else { return nil }
            return Evidence(
                confidence: .proven, messages: [request, answer.message],
                message: [
                    "server": .text(exchange.server(of: answer.transaction)),
                    "method": .text(answer.transaction.method.name),
                    "client": .text(exchange.client(of: answer.transaction)), "given": "\(given)", "asked": "\(asked)",
                ])
        }
    }

    /// A 2xx with Session-Expires but without `refresher`, which it must have (RFC 4028 section 9): neither side knows
    /// who is to refresh the session.
    static let sessionNoRefresher = Rule("session/no-refresher", .error, when: .init(headers: [.sessionExpires])) {
        exchange, _ in
        let cases = exchange.sessionAnswers.filter { answer in
            guard let record = exchange.record(answer.message), exchange.isWhole(record),
                let value = exchange.detail(.header(.sessionExpires), of: answer.message)
            else { return false }
            return SessionExpires(exchange.text.span, value).map { $0.refresher == nil } ?? false
        }
        var seen: Set<UInt8> = []
        return cases.compactMap { answer -> Evidence? in
            guard seen.insert(answer.transaction.destination).inserted,
                let value = exchange.header(.sessionExpires, of: answer.message)
            else { return nil }
            let own = cases.filter { $0.transaction.destination == answer.transaction.destination }
            return Evidence(
                confidence: .proven, messages: own.prefix(8).map { $0.message },
                message: [
                    "server": .text(exchange.server(of: answer.transaction)),
                    "method": .text(answer.transaction.method.name),
                    "client": .text(exchange.client(of: answer.transaction)), "value": .text(escaped(value)),
                    "more": .number(own.count - 1, above: 0),
                ])
        }
    }
}

extension Exchange {
    /// The 2xx with Session-Expires to INVITE and UPDATE where they were first seen, each with its transaction.
    fileprivate var sessionAnswers: [(message: MessageIndex, transaction: Transaction)] {
        newMessages.compactMap { index in
            let record = messages[index]
            guard (200...299).contains(record.status), record.method == .invite || record.method == .update,
                record.headers.contains(.sessionExpires), let transaction = transaction(of: record),
                transaction.primary == nil, transaction.request != nil
            else { return nil }
            return (index, transaction)
        }
    }
}
