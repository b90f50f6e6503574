import SIPCatalog
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
        var values = mismatch.values
        values["client"] = .text(exchange.client(of: cancel))
        values["number"] = "\(cancel.cseq)"
        return [
            Evidence(
                confidence: mismatch.isGuess ? .observed : .proven, severity: mismatch.isInvite ? nil : .warning,
                messages: [mismatch.target.request, cancel.request], message: .init("", values))
        ]
    }
}

/// What of a CANCEL does not fit the request that it is nearest to.
struct CancelMismatch {
    /// What the CANCEL has, for the rule's text: `fault`, which is one of its cases, and what that tells.
    var values: PhraseValues
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
            return difference(cancel, target).map { CancelMismatch(values: $0, target: target) }
        }
        let meant = own.last {
            $0.method == .invite && $0.cseq == cancel.cseq && $0.destination == cancel.destination
        }
        guard let meant, !isPartial, !context.hasLoss, !isEvicted else { return nil }
        return CancelMismatch(values: ["fault": .choice("branch")], target: meant, isGuess: true)
    }

    private func difference(_ cancel: Transaction, _ target: Transaction) -> PhraseValues? {
        if target.method != .invite { return ["fault": .choice("no-invite"), "method": .text(target.method.name)] }
        if target.cseq != cancel.cseq { return ["fault": .choice("number"), "invite-number": "\(target.cseq)"] }
        if target.fromTag != cancel.fromTag { return ["fault": .choice("from-tag")] }
        if target.toTag != cancel.toTag { return ["fault": .choice(target.toTag == 0 ? "new-to-tag" : "to-tag")] }
        guard let uri = requestURI(of: cancel.request), let wanted = requestURI(of: target.request),
            !uri.isEquivalent(to: wanted)
        else { return nil }
        return [
            "fault": .choice("uri"), "uri": .text(escaped(uri.text)), "invite-uri": .text(escaped(wanted.text)),
        ]
    }
}
