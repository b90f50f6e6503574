import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension CallFacts {
    /// What a call's element of the report has beside its summary; `nil` where its messages are not kept.
    static func json(_ exchange: Exchange?, _ timers: TimerValues, _ catalog: Catalog) -> [String: JSONText] {
        guard let exchange else {
            return [
                "story": .null, "setupDelay": .null, "postDialDelay": .null, "ringTime": .null, "media": .null,
                "decidedBy": .null,
            ]
        }
        let facts = CallFacts(exchange, timers)
        return [
            "story": .string(Story(exchange, facts, timers).text(catalog)), "setupDelay": .seconds(facts.setupDelay),
            "postDialDelay": .seconds(facts.postDialDelay), "ringTime": .seconds(facts.ringing),
            "media": facts.media, "decidedBy": facts.decision?.json ?? .null,
        ]
    }

    private var media: JSONText {
        let holds = holds.map { hold in
            JSONText.object([
                "by": .string(hold.holder.rawValue), "startTime": .time(hold.start), "endTime": .time(hold.end),
            ])
        }
        return .object(["codecs": .strings(codecs), "holds": .array(holds)])
    }
}

extension CallFacts.Decision {
    fileprivate var json: JSONText {
        .object([
            "address": .string("\(address)"), "viaDepth": .number(viaDepth),
            "software": software.map { .string($0) } ?? .null,
        ])
    }
}
