import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A CANCEL that does not name the INVITE it means: another branch, Request-URI, tag or CSeq number, or a request that
    /// is no INVITE (RFC 3261 section 9.1). The server finds nothing to cancel, and the call goes on ringing.
    static let cancelMismatch = Rule("cancel/mismatch", .error, when: .init(methods: [.cancel])) { exchange, _ in
        guard !exchange.isPartial else { return [] }
        return exchange.requests(.cancel).compactMap { index in
            let cancel = exchange.transactions[index]
            guard let record = exchange.record(cancel.request), exchange.isWhole(record),
                let (wrong, target) = exchange.mismatch(of: cancel)
            else { return nil }
            return Evidence(
                confidence: .proven, messages: [exchange.transactions[target].request, cancel.request],
                message: "\(exchange.client(of: cancel)) sent CANCEL (CSeq \(cancel.cseq)) with \(wrong)")
        }
    }
}

extension Exchange {
    /// What of a CANCEL does not fit the request that it is nearest to.
    fileprivate func mismatch(of cancel: Transaction) -> (String, TransactionIndex)? {
        let own = transactions.indices.filter {
            let other = transactions[$0]
            return other.method != .cancel && other.source == cancel.source && other.leg == cancel.leg
                && other.startTime <= cancel.startTime && other.request != nil
        }
        if let same = own.first(where: { transactions[$0].branch == cancel.branch }) {
            let target = transactions[same]
            if target.method != .invite {
                return ("the branch of a \(target.method.name), which cannot be cancelled", same)
            }
            if target.cseq != cancel.cseq { return ("another CSeq number than its INVITE's (\(target.cseq))", same) }
            if target.fromTag != cancel.fromTag { return ("another tag in From than its INVITE's", same) }
            guard let uri = requestURI(of: cancel.request), let wanted = requestURI(of: target.request),
                !uri.isEquivalent(to: wanted)
            else { return nil }
            return ("the Request-URI \(escaped(uri.text)) instead of its INVITE's \(escaped(wanted.text))", same)
        }
        let meant = own.last { transactions[$0].method == .invite && transactions[$0].cseq == cancel.cseq }
        return meant.map { ("another branch than its INVITE's", $0) }
    }
}
