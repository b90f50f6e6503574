import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A challenge that nobody can answer: a 401 without WWW-Authenticate (RFC 3261 section 22.2), a 407 without
    /// Proxy-Authenticate (section 22.3), or Digest without realm or nonce (RFC 2617 section 3.2.1).
    ///
    /// Other schemes than Digest have parameters of their own and are left alone.
    static let badChallenge = Rule("auth/bad-challenge", .error, when: .init(facts: .failure)) { exchange, _ in
        let challenged = exchange.firstHops.filter { exchange.challengeFault($0) != nil }
        return exchange.groups(of: challenged) { Culprit($0, "\($0.finalStatus)") }.compactMap { group in
            guard let first = group.first, let fault = exchange.challengeFault(first) else { return nil }
            let request = exchange.transactions[first]
            return Evidence(
                confidence: .proven, messages: [request.request, request.final],
                message: [
                    "responder": .text(exchange.responder(of: first)), "method": exchange.requestMethod(of: request),
                    "client": .text(exchange.client(of: request)),
                    "status": .text(exchange.statusText(request.finalStatus, request.final)),
                    "fault": .choice(fault.rawValue),
                    "header": request.finalStatus == 401 ? "WWW-Authenticate" : "Proxy-Authenticate",
                    "count": .number(group.count, above: 1),
                ])
        }
    }
}

/// What is wrong with a challenge.
private enum ChallengeFault: String {
    case missing, incomplete
}

extension Exchange {
    /// What is wrong with a challenge; nil where it lacks nothing.
    fileprivate func challengeFault(_ index: TransactionIndex) -> ChallengeFault? {
        let request = transactions[index]
        guard request.finalStatus == 401 || request.finalStatus == 407, let final = request.final else { return nil }
        let name = request.finalStatus == 401 ? HeaderName.wwwAuthenticate : .proxyAuthenticate
        if lacks(name, final) { return .missing }
        let isIncomplete = irregularities.contains { $0.kind == .incompleteChallenge && $0.message == final }
        return isIncomplete ? .incomplete : nil
    }
}
