import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A new request with the branch of an earlier one (RFC 3261 section 8.1.1.7: unique across space and time), or the
    /// ACK of a 2xx with the branch of its INVITE, though it is a transaction of its own (section 17.1.1.3).
    ///
    /// CANCEL and the ACK of a failure share the INVITE's branch by design, and a branch without the magic cookie names
    /// nothing.
    static let branchReused = Rule("transaction/branch-reused", .error, when: .init(facts: .irregular)) {
        exchange, _ in
        let reused = exchange.irregularities.filter {
            ($0.kind == .branchReused || $0.kind == .acknowledgementReusesBranch) && exchange.hasBranch($0.message)
                && exchange.hasBranch($0.other)
        }
        guard let first = reused.first, let message = exchange.record(first.message),
            let earlier = exchange.record(first.other)
        else { return [] }
        let more = reused.count > 1 ? ", and so do \(reused.count - 1) more requests" : ""
        return [
            Evidence(
                confidence: .proven, messages: [first.other, first.message],
                message: "\(exchange.source(of: message)) sent \(message.method.name) (CSeq \(message.cseq)) with the "
                    + "branch of its \(earlier.method.name) (CSeq \(earlier.cseq)) of \(message.time - earlier.time) "
                    + "before\(more)")
        ]
    }
}

extension Exchange {
    /// Whether a message's topmost Via has a branch with the magic cookie.
    fileprivate func hasBranch(_ message: MessageIndex?) -> Bool {
        let broken: [Anomaly.Kind] = [.missingVia, .badVia, .missingBranch, .emptyBranch, .branchWithoutCookie]
        return record(message) != nil && broken.allSatisfy { detail(.anomaly($0), of: message) == nil }
    }
}
