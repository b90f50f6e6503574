import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A provisional response to INVITE that is half reliable: RSeq without `Require: 100rel`, `Require: 100rel`
    /// without RSeq, or either of them in a 100, which is never reliable (RFC 3262 section 3). The caller takes it as
    /// unreliable, or cannot name it in a PRACK.
    static let incompleteReliable = Rule(
        "prack/incomplete-reliable", .error, when: .init(headers: [.rSeq, .require])
    ) { exchange, _ in
        let cases = exchange.newMessages.compactMap { index in
            exchange.reliableFault(index).map { (message: index, what: $0) }
        }
        var seen: Set<UInt8> = []
        return cases.compactMap { fault -> Evidence? in
            let record = exchange.messages[fault.message]
            guard seen.insert(record.source).inserted else { return nil }
            let own = cases.filter { exchange.messages[$0.message].source == record.source }
            return Evidence(
                confidence: .proven, messages: own.prefix(8).map { $0.message },
                message: [
                    "server": "\(exchange.source(of: record))", "client": "\(exchange.destination(of: record))",
                    "status": "\(record.status)", "fault": .choice(fault.what),
                    "more": .number(own.count - 1, above: 0),
                ])
        }
    }
}

extension Exchange {
    /// What is wrong with a response, as one of the cases of the rule's text.
    fileprivate func reliableFault(_ index: MessageIndex) -> String? {
        let record = messages[index]
        guard record.method == .invite, (100...199).contains(record.status), isWhole(record),
            transaction(of: record)?.primary == nil
        else { return nil }
        let isRequired = optionTags(.require, of: index).contains("100rel")
        switch (record.headers.contains(.rSeq), isRequired, record.status) {
        case (true, _, 100): return "trying-rseq"
        case (_, true, 100): return "trying-require"
        case (true, false, _): return "no-require"
        case (false, true, _): return "no-rseq"
        default: return nil
        }
    }
}
