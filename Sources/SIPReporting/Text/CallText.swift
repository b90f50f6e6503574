import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

/// One exchange in full: who, what came of it, the ladder, the findings.
struct CallText {
    let judged: JudgedExchange
    let report: Report
    let style: TextStyle

    var lines: [String] {
        var lines = [style(.heading, title)]
        guard let exchange = judged.exchange else { return lines + findings }
        if exchange.kind == .call {
            lines += PlainText.wrap(Story(exchange, report.timers).text(report.catalog), first: "  ", rest: "  ")
        }
        lines += exchange.callIDs.map { "  Call-ID \($0)" }
        lines += exchange.transfers.map { "  Transfer: \(transfer($0, exchange))" }
        lines += exchange.redirects.map { "  Redirect: \(redirect($0))" }
        lines.append("")
        let comments = Dictionary(grouping: report.account.comments, by: \.frame).mapValues { $0.map(\.text) }
        lines += Ladder(exchange: exchange, catalog: report.catalog, style: style, comments: comments).lines
            .map { "  " + $0 }
        return lines + findings
    }

    private var title: String {
        let summary = judged.summary
        let name = summary.kind == .call ? "Call" : summary.kind == .registration ? "Registration" : summary.methodName
        let status = [summary.status > 0 ? String(summary.status) : "", summary.reason].filter { !$0.isEmpty }
        var text = "\(name) \(summary.id): \(summary.from) → \(summary.to): \(summary.outcome)"
        if !status.isEmpty { text += " (\(status.joined(separator: " ")))" }
        if let answered = summary.answerTime {
            text += " after \(answered - summary.startTime)"
            if let hangup = summary.hangupTime, let end = summary.endedBy {
                text += "; \(end.rawValue) hung up \(hangup - answered) later"
            }
        }
        return text
    }

    private func transfer(_ transfer: Transfer, _ exchange: Exchange) -> String {
        let outcome = exchange.outcome(of: transfer, report.timers)
        let answer =
            transfer.responseStatus > 0
            ? "REFER answered \(transfer.responseStatus) \(exchange.phrase(of: transfer.response))"
            : "REFER not answered"
        let reported = transfer.reported.map {
            ", NOTIFY reported \($0.status) after \($0.notification.time - transfer.time)"
        }
        let referred = transfer.referredInvite.map { index in
            let status = exchange.result(ofLeg: exchange.transactions[index].leg, report.timers).status
            return ", referred INVITE " + (status > 0 ? "got \(status)" : "got no final response")
        }
        return "\(transfer.kind.rawValue) to \(escaped(transfer.referTo)): \(outcome.rawValue) (\(answer)"
            + "\(reported ?? "")\(referred ?? ""))"
    }

    private func redirect(_ redirect: Redirect) -> String {
        let contacts = redirect.contacts.map { escaped($0) }.joined(separator: ", ")
        let end =
            redirect.leadsBack
            ? "leads back to where it came from" : redirect.follower == nil ? "not followed" : "followed"
        return "\(redirect.status) to \(contacts.isEmpty ? "nowhere (no Contact)" : contacts): \(end)"
    }

    private var findings: [String] {
        judged.findings.flatMap { [""] + FindingText(finding: $0, catalog: report.catalog, style: style).lines }
    }
}
