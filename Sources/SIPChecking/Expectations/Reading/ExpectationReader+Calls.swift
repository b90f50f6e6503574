import SIPDialogs
import SIPReporting
import TraceTypes
import YAMLReading

/// Calls and registrations.
extension ExpectationReader {
    /// The longest list of exchanges that `order` counts in.
    private static let places = 1...1_000_000

    /// An entry of `calls`; without `match` it is about the call at its own place.
    func call(_ node: YAMLNode, place: Int) throws(YAMLError) -> CallExpectation {
        let fields = try fields(node, ExpectationGrammar.call)
        var result = CallExpectation()
        result.name = try fields["name"]?.text("name")
        result.selector = try selector(fields, place: place)
        result.outcome = try value("outcome", of: fields) { node, key throws(YAMLError) in
            try node.words(key, of: CallOutcome.allCases.map(\.rawValue))
        }
        result.status = try value("status", of: fields) { node, key throws(YAMLError) in try node.statuses(key) }
        result.reason = try value("reason", of: fields) { node, key throws(YAMLError) in try node.matcher(key) }
        result.endedBy = try value("ended-by", of: fields) { node, key throws(YAMLError) in
            try node.choice(key, of: ["caller", "callee", "nobody", "open"])
        }
        result.legs = try value("legs", of: fields) { node, key throws(YAMLError) in try node.bound(key) }
        result.retransmissions = try value("retransmissions", of: fields) { node, key throws(YAMLError) in
            try node.bound(key)
        }
        for time in CallTime.allCases {
            let bound = try value(time.rawValue, of: fields) { node, key throws(YAMLError) in
                try node.bound(key, of: .time)
            }
            if let bound { result.times.append(Placed((time, bound.value), at: bound.position)) }
        }
        result.codecs = try value("codecs", of: fields) { node, key throws(YAMLError) in try node.matchers(key) }
        result.transfers = try value("transfers", of: fields, transfers)
        result.redirects = try value("redirects", of: fields, redirects)
        result.messages = try list("messages", of: fields, message)
        result.findings = try findings(fields)
        return result
    }

    /// An entry of `registrations`.
    func registration(_ node: YAMLNode, place: Int) throws(YAMLError) -> RegistrationExpectation {
        let fields = try fields(node, ExpectationGrammar.registration)
        var result = RegistrationExpectation()
        result.name = try fields["name"]?.text("name")
        result.selector = try selector(fields, place: place)
        result.outcome = try value("outcome", of: fields) { node, key throws(YAMLError) in
            try node.words(key, of: RequestOutcome.allCases.map(\.rawValue))
        }
        result.status = try value("status", of: fields) { node, key throws(YAMLError) in try node.statuses(key) }
        result.expires = try value("expires", of: fields) { node, key throws(YAMLError) in try node.bound(key) }
        return result
    }

    private func selector(_ owner: YAMLFields, place: Int) throws(YAMLError) -> ExchangeSelector {
        var result = ExchangeSelector()
        guard let node = owner["match"] else {
            result.order = place
            return result
        }
        let fields = try fields(node, ExpectationGrammar.match)
        result.from = try fields["from"]?.matcher("from")
        result.to = try fields["to"]?.matcher("to")
        result.order = try fields["order"]?.integer("order", in: Self.places)
        result.headers = try fields["header"].map { node throws(YAMLError) in try headers(node) }?.map(\.value) ?? []
        result.filter = try fields["filter"].map { node throws(YAMLError) in try filter(node) }
        return result
    }

    private func filter(_ node: YAMLNode) throws(YAMLError) -> CallFilter {
        let text = try node.text("filter")
        do throws(FilterError) {
            return try CallFilter(text)
        } catch {
            let guess = error.word.flatMap { suggestion(for: $0, in: error.candidates) }
            throw YAMLError(
                "'filter', column \(error.column) of it: \(error.message)"
                    + (guess.map { "; did you mean '\($0)'?" } ?? ""), at: node.mark)
        }
    }
}
