import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A CANCEL that does not name the INVITE it means: another branch, Request-URI, tag or CSeq number (RFC 3261 section
    /// 9.1). The server finds nothing to cancel, and the call goes on ringing. One for a request that is no INVITE should
    /// not be sent at all.
    ///
    /// An INVITE with the CANCEL's branch may have been lost, or have gone to another server.
    static let cancelMismatch = Rule("cancel/mismatch", .error, when: .init(methods: [.cancel])) { exchange, context in
        let found = exchange.transactions.lazy.filter { $0.method == .cancel }
            .compactMap { cancel in exchange.mismatch(of: cancel, context).map { (cancel, $0) } }.first
        guard let (cancel, mismatch) = found else { return [] }
        return [
            Evidence(
                confidence: mismatch.isGuess ? .observed : .proven, severity: mismatch.isInvite ? nil : .warning,
                messages: [mismatch.target.request, cancel.request],
                message: "\(exchange.client(of: cancel)) sent CANCEL (CSeq \(cancel.cseq)) with \(mismatch.what)")
        ]
    }
}

/// What of a CANCEL does not fit the request that it is nearest to.
struct CancelMismatch {
    /// In words: what the CANCEL has.
    var what: String
    /// The request.
    var target: Transaction
    /// Whether the request was found by less than the branch.
    var isGuess = false

    /// Whether it may be cancelled at all.
    var isInvite: Bool { target.method == .invite }
}

extension Exchange {
    /// What of a CANCEL does not fit; nil where all does, or nothing can be said.
    func mismatch(of cancel: Transaction, _ context: RuleContext) -> CancelMismatch? {
        guard let record = record(cancel.request), isWhole(record) else { return nil }
        let own = transactions.filter {
            $0.method != .cancel && $0.source == cancel.source && $0.leg == cancel.leg
                && $0.startTime <= cancel.startTime && self.record($0.request)?.flags.contains(.truncated) == false
        }
        if let target = own.first(where: { $0.branch == cancel.branch }) {
            return difference(cancel, target).map { CancelMismatch(what: $0, target: target) }
        }
        let meant = own.last {
            $0.method == .invite && $0.cseq == cancel.cseq && $0.destination == cancel.destination
        }
        guard let meant, !isPartial, !context.hasLoss, !isEvicted else { return nil }
        return CancelMismatch(what: "another branch than its INVITE's", target: meant, isGuess: true)
    }

    private func difference(_ cancel: Transaction, _ target: Transaction) -> String? {
        if target.method != .invite {
            return "the branch of its \(target.method.name), a request that cannot be cancelled"
        }
        if target.cseq != cancel.cseq { return "another CSeq number than its INVITE's (\(target.cseq))" }
        if target.fromTag != cancel.fromTag { return "another tag in From than its INVITE's" }
        if target.toTag != cancel.toTag {
            return target.toTag == 0 ? "a tag in To, where its INVITE has none" : "another tag in To than its INVITE's"
        }
        guard let uri = requestURI(of: cancel.request), let wanted = requestURI(of: target.request),
            !uri.isEquivalent(to: wanted)
        else { return nil }
        return "the Request-URI \(escaped(uri.text)) instead of its INVITE's \(escaped(wanted.text))"
    }
}
