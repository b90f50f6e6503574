import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An ACK of a 2xx whose CSeq number is not that of its INVITE (RFC 3261 section 13.2.2.4): the callee cannot tell
    /// what it acknowledges.
    static let ackWrongSequence = Rule("ack/wrong-sequence", .error, when: .init(facts: .irregular)) { exchange, _ in
        exchange.irregularities.filter { $0.kind == .acknowledgementOfNothing }.prefix(1).compactMap { irregularity in
            guard let ack = exchange.record(irregularity.message), exchange.isWhole(ack),
                let index = irregularity.transaction
            else { return nil }
            return Evidence(
                confidence: .proven, messages: [irregularity.other, irregularity.message],
                message:
                    "\(exchange.source(of: ack)) sent ACK with CSeq \(ack.cseq), but the INVITE that was answered has "
                    + "CSeq \(exchange.transactions[index].cseq)")
        }
    }
}
