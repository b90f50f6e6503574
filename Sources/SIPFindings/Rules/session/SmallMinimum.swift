import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A Min-SE of less than 90 seconds, which no request and no response may have (RFC 4028 section 5).
    static let sessionSmallMinimum = Rule("session/small-min-se", .error, when: .init(headers: [.minSE])) {
        exchange, _ in
        let cases = exchange.newMessages.filter { index in
            exchange.number(.minSE, of: index).map { $0 < 90 } == true
                && exchange.transaction(of: exchange.messages[index])?.primary == nil
        }
        var seen: Set<UInt8> = []
        return cases.compactMap { index -> Evidence? in
            let record = exchange.messages[index]
            guard seen.insert(record.source).inserted, let value = exchange.number(.minSE, of: index) else {
                return nil
            }
            let own = cases.filter { exchange.messages[$0].source == record.source }
            return Evidence(
                confidence: .proven, messages: own.prefix(8).map { $0 },
                message: [
                    "status": record.isRequest ? nil : "\(record.status)", "method": exchange.requestMethod(of: record),
                    "sender": "\(exchange.source(of: record))", "minimum": "\(value)",
                    "more": .number(own.count - 1, above: 0),
                ])
        }
    }
}
