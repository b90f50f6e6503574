import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

/// What a filter can ask of an exchange.
enum FilterField: Hashable, Sendable {
    case method, request, status, response, outcome, kind, from, to, user, number, host, transport, callID
    case time, duration, ring, messages, retransmissions, rule, severity, transfer
    /// The time of day of `time`, as the values written for it decide.
    case timeOfDay
    /// The values of a header field.
    case header(HeaderName)

    /// How the values of a field are written and compared.
    enum Form: Sendable {
        case text
        /// A telephone number, compared by its digits.
        case digits
        /// One of these words.
        case word([String])
        /// A whole number; of status codes, `4xx` as well.
        case number(isStatus: Bool)
        case duration
        case time
        case severity
    }

    /// The fields by the names that filters call them; `header` stands before a name of its own.
    static let named: [String: FilterField] = [
        "method": .method, "request": .request, "status": .status, "response": .response, "outcome": .outcome,
        "kind": .kind, "from": .from, "to": .to, "user": .user, "number": .number, "host": .host,
        "transport": .transport, "callid": .callID, "call-id": .callID, "time": .time, "duration": .duration,
        "ring": .ring, "messages": .messages, "retransmissions": .retransmissions, "rule": .rule,
        "severity": .severity, "transfer": .transfer,
    ]

    /// How its values are written.
    var form: Form {
        switch self {
        case .method, .request, .from, .to, .user, .host, .callID, .header: .text
        case .number: .digits
        case .status, .response: .number(isStatus: true)
        case .messages, .retransmissions: .number(isStatus: false)
        case .duration, .ring: .duration
        case .time, .timeOfDay: .time
        case .severity: .severity
        case .outcome:
            .word(Self.unique(CallOutcome.allCases.map(\.rawValue) + RequestOutcome.allCases.map(\.rawValue)))
        case .kind: .word(["call", "registration", "subscription", "request"])
        case .transport: .word(Transport.allCases.map(\.name))
        case .transfer: .word(TransferOutcome.allCases.map(\.rawValue))
        case .rule: .word(Rule.all.map(\.name) + RuleSelection.areas)
        }
    }

    /// A host without the brackets that an IPv6 address has in a URI.
    static func withoutBrackets(_ host: String) -> String {
        host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }

    private static func unique(_ words: [String]) -> [String] {
        words.indices.filter { words.firstIndex(of: words[$0]) == $0 }.map { words[$0] }
    }
}
