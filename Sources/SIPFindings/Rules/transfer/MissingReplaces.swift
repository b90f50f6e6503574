import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A referred INVITE without the Replaces that Refer-To held (RFC 5589 section 7.3), or without the Referred-By of
    /// the REFER (RFC 3892 section 2.2). Without Replaces the target's phone rings again, and the consultation stays up.
    ///
    /// Behind a B2BUA the header fields may have been taken out, so that only an INVITE that the transferee itself sent
    /// is judged. Where the target alone links it to the REFER, the lack of Referred-By says rather that it is another.
    static let missingReplaces = Rule("transfer/missing-replaces", .error, when: .init(methods: [.refer])) {
        exchange, _ in
        exchange.transfers.compactMap { transfer in
            guard let index = transfer.referredInvite, exchange.transactions[index].viaCount == 1 else { return nil }
            let invite = exchange.transactions[index]
            let lacksReplaces = transfer.kind == .attended && exchange.lacks(.replaces, invite.request)
            let lacksReferrer =
                transfer.evidence == .replaces && transfer.referredBy != nil
                && exchange.lacks(.referredBy, invite.request)
            guard lacksReplaces || lacksReferrer else { return nil }
            return Evidence(
                confidence: transfer.evidence == .target ? .likely : .observed,
                severity: lacksReplaces ? nil : .warning, messages: [transfer.refer, invite.request],
                message: [
                    "client": .text(exchange.client(of: invite)), "target": .text(exchange.target(of: invite)),
                    "after": .duration(invite.startTime - transfer.time),
                    "lacking": .choice(lacksReplaces ? "replaces" : "referred-by"),
                ])
        }
    }
}
