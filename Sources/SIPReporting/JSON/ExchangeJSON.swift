import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

/// One exchange for machines: an element of `calls`, `registrations`, `subscriptions` or `requests`.
public struct ExchangeJSON {
    private let judged: JudgedExchange
    private let catalog: Catalog
    private let timers: TimerValues

    /// Makes a renderer.
    public init(judged: JudgedExchange, catalog: Catalog, timers: TimerValues) {
        self.judged = judged
        self.catalog = catalog
        self.timers = timers
    }

    /// The exchange on a line of its own, for JSON Lines; `kind` tells calls from the rest.
    public var line: String {
        guard case .object(var fields) = value else { return "" }
        fields["kind"] = .string(judged.summary.kind.rawValue)
        return JSONText.object(fields).line + "\n"
    }

    /// The exchange as an element of its list in the document.
    public var element: String { value.document(indent: 2) }

    /// Its findings as elements of the document's list of all findings.
    public var findingElements: [String] {
        judged.findings.map { $0.json(isCall: judged.summary.kind == .call).document(indent: 2) }
    }

    var value: JSONText {
        let summary = judged.summary
        var fields: [String: JSONText] = [
            "id": .number(summary.id), "callIDs": .strings(judged.exchange?.callIDs ?? []),
            "from": .string(summary.from),
            "to": .string(summary.to), "startTime": .time(summary.startTime), "endTime": .time(summary.endTime),
            "outcome": .string(summary.outcome), "status": .status(summary.status),
            "reason": summary.reason.isEmpty ? .null : .string(summary.reason),
            "messageCount": .number(summary.messages),
            "findings": .array(judged.findings.map { $0.json(isCall: summary.kind == .call) }),
            "messages": .array(judged.exchange.map(messages) ?? []),
            "transfers": .array(judged.exchange.map(transfers) ?? []),
        ]
        if summary.kind == .call {
            fields["answerTime"] = .time(summary.answerTime)
            fields["duration"] = .seconds(summary.duration)
            fields["endedBy"] = summary.endedBy.map { .string($0.rawValue) } ?? .null
            fields["legs"] = .array(judged.exchange.map(legs) ?? [])
            fields["redirects"] = .array(judged.exchange.map(redirects) ?? [])
            fields.merge(CallFacts.json(judged.exchange, timers, catalog)) { old, _ in old }
        } else {
            fields["method"] = .string(summary.methodName)
        }
        return .object(fields)
    }

    private func legs(_ exchange: Exchange) -> [JSONText] {
        exchange.legs.indices.map { index in
            let leg = exchange.legs[index]
            let result = exchange.result(ofLeg: index, timers)
            let origin: String =
                switch leg.origin {
                case .first: "initial"
                case .redirect: "redirected"
                case .transfer: "referred"
                case .related(let relation): relation.rawValue
                }
            return .object([
                "callID": .string(escaped(exchange.string(leg.callID))),
                "from": .string(escaped(exchange.string(leg.from))), "to": .string(escaped(exchange.string(leg.to))),
                "origin": .string(origin), "outcome": .string(result.outcome.rawValue),
                "status": .status(result.status),
            ])
        }
    }

    private func transfers(_ exchange: Exchange) -> [JSONText] {
        exchange.transfers.map { transfer in
            var fields: [String: JSONText] = [
                "kind": .string(transfer.kind.rawValue), "referTo": .string(escaped(transfer.referTo)),
                "outcome": .string(exchange.outcome(of: transfer, timers).rawValue),
                "responseStatus": .status(transfer.responseStatus),
                "notifications": .number(transfer.subscription.notificationCount),
            ]
            if let status = exchange.finalStatus(of: transfer, timers) { fields["finalStatus"] = .status(status) }
            if let index = transfer.referredInvite {
                let leg = exchange.legs[exchange.transactions[index].leg]
                fields["referredCallID"] = .string(escaped(exchange.string(leg.callID)))
            }
            return .object(fields)
        }
    }

    private func redirects(_ exchange: Exchange) -> [JSONText] {
        exchange.redirects.map { redirect in
            .object([
                "status": .status(redirect.status), "contacts": .strings(redirect.contacts.map { escaped($0) }),
                "followed": .bool(redirect.follower != nil), "leadsBack": .bool(redirect.leadsBack),
            ])
        }
    }

    private func messages(_ exchange: Exchange) -> [JSONText] {
        exchange.messagesInOrder.map { index in
            let message = exchange.messages[index]
            var fields: [String: JSONText] = [
                "frame": .number(Int(message.frame.rawValue)), "time": .time(message.time),
                "source": .string(exchange.source(of: message).description),
                "destination": .string(exchange.destination(of: message).description),
                "transport": .string(message.transport.name), "summary": .string(exchange.summary(of: index, catalog)),
            ]
            if message.flags.contains(.duplicate) { fields["duplicate"] = .bool(true) }
            if !message.flags.isDisjoint(with: [.retransmission, .responseLost]) {
                fields["retransmission"] = .bool(true)
            }
            let anomalies = exchange.anomalies(of: index)
            if !anomalies.isEmpty { fields["anomalies"] = .array(anomalies.map(\.json)) }
            if let body = exchange.bodySummary(of: index, catalog) { fields["body"] = .string(body) }
            if let annotation = exchange.annotation(of: index, catalog) {
                fields["annotation"] = annotation.json(exchange.explanation(of: index, catalog))
            }
            return .object(fields)
        }
    }
}
