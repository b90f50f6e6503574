import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 603 "Network Blocked", by which a network says that it blocked a call after an analysis, whose Reason (RFC
    /// 3326 section 2) does not say what the caller needs: `v=analytics1`, one of `url`, `tel` and `email`, and a
    /// location.
    ///
    /// A plain 603 is what a user or a PBX sends, and needs nothing of this.
    static let incomplete603 = Rule("blocked/incomplete-603", .warning, when: .init(facts: .failure)) { exchange, _ in
        exchange.firstHops.compactMap { index in
            let request = exchange.transactions[index]
            guard request.finalStatus == 603, let final = request.final, exchange.isKeptWhole(.reason, in: final),
                !exchange.isStripped(index), let fault = exchange.analyticsFault(final)
            else { return nil }
            return Evidence(
                confidence: .proven, messages: [request.request, final],
                message: [
                    "responder": .text(exchange.responder(of: index)), "method": exchange.requestMethod(of: request),
                    "target": .text(exchange.target(of: request)), "status": .text(exchange.statusText(603, final)),
                    "fault": .choice(fault),
                ])
        }
    }

    /// A 603 whose Reason names who blocked the call on one hop and is gone on a hop nearer to the caller (RFC 3326
    /// section 2), so that the caller learns nothing of it.
    static let reasonStripped = Rule("blocked/reason-stripped", .warning, when: .init(headers: [.reason])) {
        exchange, _ in
        exchange.firstHops.compactMap { index in
            guard let hop = exchange.hopThatStrips(index) else { return nil }
            let near = exchange.transactions[hop.near]
            let far = exchange.transactions[hop.far]
            return Evidence(
                confidence: .observed, messages: [far.final, near.final],
                message: [
                    "blocker": .text(exchange.server(of: far)), "method": exchange.requestMethod(of: near),
                    "server": .text(exchange.server(of: near)), "client": .text(exchange.client(of: near)),
                ])
        }
    }
}

extension Exchange {
    /// What the Reason of a blocked call lacks, as a case of the rule's text; nil where it lacks nothing, or the call was
    /// not blocked in this way.
    fileprivate func analyticsFault(_ final: MessageIndex) -> String? {
        guard let reason = analyticsReason(of: final) else {
            return isNetworkBlocked(final) ? "no-reason" : nil
        }
        switch (reason.hasContact, reason.hasLocation) {
        case (true, true): return nil
        case (true, false): return "no-location"
        case (false, true): return "no-contact"
        case (false, false): return "neither"
        }
    }

    fileprivate func isStripped(_ index: TransactionIndex) -> Bool {
        hopThatStrips(index) != nil
    }

    /// The hop with the Reason, and the nearer one without it.
    fileprivate func hopThatStrips(_ index: TransactionIndex) -> (near: TransactionIndex, far: TransactionIndex)? {
        let hops = hops(of: index).filter { transactions[$0].finalStatus == 603 && transactions[$0].final != nil }
            .sorted { transactions[$0].viaCount < transactions[$1].viaCount }
        for (near, far) in zip(hops, hops.dropFirst()) {
            guard let nearFinal = transactions[near].final, let farFinal = transactions[far].final,
                transactions[near].viaCount < transactions[far].viaCount, analyticsReason(of: farFinal) != nil,
                isKeptWhole(.reason, in: nearFinal), analyticsReason(of: nearFinal) == nil
            else { continue }
            return (near, far)
        }
        return nil
    }
}
