import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A failure response without the header field that says what to do about it: Allow in 405, Accept in 415,
    /// Unsupported in 420, Require in 421, Min-Expires in 423 (RFC 3261 sections 21.4.6, 21.4.13, 21.4.15, 21.4.16,
    /// 10.3), AlertMsg-Error in 425 (RFC 8876 section 5.1), Recv-Info in 469 (RFC 6086 section 4.2.2), Allow-Events in a
    /// 489 to PUBLISH (RFC 3903 section 11.1.1) and Security-Server in 494 (RFC 3329 section 2.3.1).
    ///
    /// 401 and 407 have a rule of their own, and so have 422 and 608. Whether an element on the way removed the header
    /// field, a capture of one hop cannot tell.
    static let responseMissingHeader = Rule("response/missing-header", .error, when: .init(facts: .failure)) {
        exchange, _ in
        let lacking = exchange.firstHops.filter { exchange.missingContract(of: $0) != nil }
        return exchange.groups(of: lacking) { Culprit($0, "\($0.finalStatus)") }.compactMap { group in
            guard let first = group.first, let name = exchange.missingContract(of: first) else { return nil }
            let request = exchange.transactions[first]
            return Evidence(
                confidence: .proven, messages: [request.request, request.final],
                message: [
                    "server": .text(exchange.responder(of: first)), "client": .text(exchange.client(of: request)),
                    "method": exchange.requestMethod(of: request),
                    "status": .text(exchange.statusText(request.finalStatus, request.final)), "header": name,
                    "times": .number(group.count, above: 1),
                ])
        }
    }
}

extension Exchange {
    /// What the final response must have and has not: a header field, or `accept` for those of 415.
    fileprivate func missingContract(of index: TransactionIndex) -> PhraseValue? {
        let request = transactions[index]
        guard let contract = ResponseContract.of(request.finalStatus, request.method), let final = request.final,
            contract.headers.allSatisfy({ lacks($0, final) })
        else { return nil }
        return contract.name
    }
}

/// Header fields of which a response with a status must have one.
private struct ResponseContract {
    let headers: [HeaderName]
    let name: PhraseValue

    static func of(_ status: UInt16, _ method: SIPParsing.Method) -> ResponseContract? {
        switch status {
        case 405: .init(headers: [.allow], name: "Allow")
        case 415: .init(headers: [.accept, .acceptEncoding, .acceptLanguage], name: .choice("accept"))
        case 420: .init(headers: [.unsupported], name: "Unsupported")
        case 421: .init(headers: [.require], name: "Require")
        case 423: .init(headers: [.minExpires], name: "Min-Expires")
        case 425: .init(headers: [.alertMsgError], name: "AlertMsg-Error")
        case 469: .init(headers: [.recvInfo], name: "Recv-Info")
        case 489 where method == .publish: .init(headers: [.allowEvents], name: "Allow-Events")
        case 494: .init(headers: [.securityServer], name: "Security-Server")
        default: nil
        }
    }
}
