import SIPCatalog
import SIPDialogs
import SIPReporting
import TraceTypes

/// The exchanges of a trace as text that stays the same when the scenario is recorded again: without times, tags,
/// branches, Call-IDs and the ports that systems pick, and without messages that were repeated or captured twice.
///
///     call 1: alice -> bob: declined
///       A = 192.0.2.10:5060
///       B = 192.0.2.20:*
///       A -> B  INVITE sip:bob@192.0.2.20  (sdp: audio PCMU sendrecv)
///       B -> A  603 Decline
///       A -> B  ACK
///
/// It does not follow the language of reports, for it is kept in a file.
public struct NormalizedLadder: Sendable {
    /// The text, each line with its end.
    public let text: String

    /// The exchanges of a report, in their order; those of a kind are numbered from 1.
    public init(_ report: Report) {
        guard !report.exchanges.isEmpty else {
            text = "nothing\n"
            return
        }
        var counts: [Exchange.Kind: Int] = [:]
        let sections = report.exchanges.map { judged in
            counts[judged.summary.kind, default: 0] += 1
            let section = NormalizedExchange(judged, report.timers, number: counts[judged.summary.kind] ?? 0)
            return section.lines.map { $0 + "\n" }.joined()
        }
        text = sections.joined(separator: "\n")
    }
}

/// One exchange of such a text.
private struct NormalizedExchange {
    private let judged: JudgedExchange
    private let timers: TimerValues
    private let number: Int

    init(_ judged: JudgedExchange, _ timers: TimerValues, number: Int) {
        self.judged = judged
        self.timers = timers
        self.number = number
    }

    var lines: [String] {
        let parties = judged.parties(timers).replacing(" → ", with: " -> ")
        let head = "\(judged.summary.kind.rawValue) \(number): \(parties): \(judged.summary.outcome)"
        guard let exchange = judged.exchange else { return [head, "  its messages were not kept"] }
        let shown = exchange.messagesInOrder.filter { !exchange.messages[$0].isRepeat }
        let letters = NormalizedParties(exchange, shown)
        var lines = [head] + letters.legend.map { "  \($0)" }
        for index in shown {
            let message = exchange.messages[index]
            let way = "\(letters[message.source]) -> \(letters[message.destination])"
            lines.append("  \(way)  \(exchange.normalizedText(of: index))")
        }
        if exchange.messageCount > exchange.messages.count { lines.append("  and further messages") }
        let ends = exchange.transfers.map { text(of: $0, exchange) } + exchange.redirects.map { text(of: $0) }
        return lines + ends.map { "  \($0)" }
    }

    /// `blind transfer to sip:carol@192.0.2.30: failed (603)`.
    private func text(of transfer: Transfer, _ exchange: Exchange) -> String {
        let target = transfer.referTo.isEmpty ? "nobody" : NormalizedURI.text(transfer.referTo)
        let status =
            transfer.responseStatus >= 300 ? transfer.responseStatus : exchange.finalStatus(of: transfer, timers)
        return "\(transfer.kind.rawValue) transfer to \(target): \(exchange.outcome(of: transfer, timers).rawValue)"
            + (status.map { " (\($0))" } ?? "")
    }

    /// `302 to sip:carol@192.0.2.30: followed`.
    private func text(of redirect: Redirect) -> String {
        let contacts = redirect.contacts.map { NormalizedURI.text($0) }.joined(separator: ", ")
        let end = redirect.leadsBack ? "leads back" : redirect.follower == nil ? "not followed" : "followed"
        return "\(redirect.status) to \(contacts.isEmpty ? "nowhere" : contacts): \(end)"
    }
}
