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
        lines += exchange.transfers.map { "  " + transfer($0, exchange) }
        lines += exchange.redirects.map { "  " + redirect($0) }
        lines.append("")
        let comments = Dictionary(grouping: report.account.comments, by: \.frame).mapValues { $0.map(\.text) }
        lines += Ladder(exchange: exchange, catalog: report.catalog, style: style, comments: comments).lines
            .map { "  " + $0 }
        return lines + findings
    }

    private func say(_ phrase: ReportPhrase, _ values: PhraseValues) -> String { report.catalog.text(phrase, values) }

    private var title: String {
        let summary = judged.summary
        let status = [summary.status > 0 ? String(summary.status) : "", summary.reason].filter { !$0.isEmpty }
        var values: PhraseValues = [
            "kind": .choice(summary.kind.rawValue), "method": .text(summary.methodName), "id": .number(summary.id),
            "from": .text(summary.from), "to": .text(summary.to),
            "outcome": .text(report.catalog.outcome(summary.outcome)),
            "status": .text(status.joined(separator: " ")),
        ]
        if let answered = summary.answerTime {
            values["after"] = .duration(answered - summary.startTime)
            if let hangup = summary.hangupTime, let end = summary.endedBy {
                values["side"] = .choice(end.rawValue)
                values["later"] = .duration(hangup - answered)
            }
        }
        return say(.title, values)
    }

    private func transfer(_ transfer: Transfer, _ exchange: Exchange) -> String {
        let outcome = exchange.outcome(of: transfer, report.timers)
        var values: PhraseValues = [
            "kind": .choice(transfer.kind.rawValue), "target": .text(escaped(transfer.referTo)),
            "outcome": .text(report.catalog.outcome(ofTransfer: outcome.rawValue)),
            "answered": .choice(transfer.responseStatus > 0 ? "yes" : "no"),
            "answer": .text("\(transfer.responseStatus) \(exchange.phrase(of: transfer.response))"),
        ]
        if let reported = transfer.reported {
            values["reported"] = .text("\(reported.status)")
            values["after"] = .duration(reported.notification.time - transfer.time)
        }
        if let index = transfer.referredInvite {
            let status = exchange.result(ofLeg: exchange.transactions[index].leg, report.timers).status
            values["referred"] = .choice(status > 0 ? "final" : "none")
            values["final"] = .text("\(status)")
        }
        return say(.transfer, values)
    }

    private func redirect(_ redirect: Redirect) -> String {
        let contacts = redirect.contacts.map { escaped($0) }.joined(separator: ", ")
        return say(
            .redirect,
            [
                "status": .text("\(redirect.status)"), "contacts": .text(contacts),
                "where": .choice(contacts.isEmpty ? "nowhere" : "there"),
                "end": .choice(redirect.leadsBack ? "back" : redirect.follower == nil ? "unfollowed" : "followed"),
            ])
    }

    private var findings: [String] {
        judged.findings.flatMap { [""] + FindingText(finding: $0, catalog: report.catalog, style: style).lines }
    }
}
