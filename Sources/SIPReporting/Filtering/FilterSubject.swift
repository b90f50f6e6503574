import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

/// An exchange as a filter sees it.
struct FilterSubject {
    let exchange: Exchange
    let summary: ExchangeSummary
    let findings: [Finding]
    let timers: TimerValues

    private static let day: Int64 = 86_400_000_000_000

    /// Whether a field has a value; of a count, whether it is not 0.
    func has(_ field: FilterField) -> Bool {
        switch field.form {
        case .text, .digits, .word: texts(field).contains { !$0.isEmpty }
        case .duration, .time, .severity: !numbers(field).isEmpty
        case .number: numbers(field).contains { $0 > 0 }
        }
    }

    /// The values of a field that is no number.
    func texts(_ field: FilterField) -> [String] {
        switch field {
        case .method: [summary.methodName]
        case .request: exchange.messages.indices.filter { exchange.messages[$0].isRequest }.map(exchange.methodName)
        case .outcome: [summary.outcome]
        case .kind: [summary.kind.rawValue]
        case .from: exchange.legs.prefix(1).map { exchange.string($0.from) }
        case .to: exchange.legs.prefix(1).map { exchange.string($0.to) }
        case .user: uris.compactMap(\.user)
        case .number: uris.compactMap { $0.user.flatMap(Self.digits) }
        case .host:
            uris.map { FilterField.withoutBrackets($0.host) } + exchange.endpoints.map { $0.address.description }
        case .transport: Set(exchange.messages.map(\.transport)).map(\.name)
        case .callID: exchange.legs.map { exchange.string($0.callID) }
        case .rule: findings.flatMap { [$0.rule, RuleSelection.area(of: $0.rule)] }
        case .transfer: summary.transfers.map(\.rawValue)
        case .header(let name):
            exchange.details.filter { $0.kind == .header(name) }.map { exchange.string($0.text) }
        case .status, .response, .time, .timeOfDay, .duration, .ring, .messages, .retransmissions, .severity: []
        }
    }

    /// The values of a field that is a number, times in nanoseconds.
    func numbers(_ field: FilterField) -> [Int64] {
        switch field {
        case .status: summary.status > 0 ? [Int64(summary.status)] : []
        case .response: exchange.messages.filter { $0.status > 0 }.map { Int64($0.status) }
        case .time: [summary.startTime.nanoseconds]
        case .timeOfDay: [(summary.startTime.nanoseconds % Self.day + Self.day) % Self.day]
        case .duration: summary.duration.map { [$0.nanoseconds] } ?? []
        case .ring: exchange.ringing(timers, until: summary.answerTime).map { [$0.nanoseconds] } ?? []
        case .messages: [Int64(summary.messages)]
        case .retransmissions:
            [Int64(exchange.messages.count { !$0.flags.isDisjoint(with: [.retransmission, .responseLost]) })]
        case .severity: findings.compactMap { Severity.allCases.firstIndex(of: $0.severity).map(Int64.init) }
        default: []
        }
    }

    /// The URIs of From and To of all legs.
    private var uris: [SIPURI] {
        exchange.legs.flatMap { [$0.from, $0.to] }.compactMap { SIPURI(exchange.text.span, $0) }
    }

    /// The digits of a user part that is a telephone number, with or without visual separators (RFC 3966 section 5.1.1).
    private static func digits(_ user: String) -> String? {
        let number = user.prefix { $0 != ";" }
        let digits = number.filter { $0.isASCII && $0.isNumber }
        let isNumber = number.allSatisfy { $0.isASCII && ($0.isNumber || "+-.() *#".contains($0)) }
        return isNumber && !digits.isEmpty ? digits : nil
    }
}

extension Exchange {
    /// From the first 180 to the answer, or to the final response that decided; nil where a call never rang, and as long
    /// as it rings.
    fileprivate func ringing(_ timers: TimerValues, until answer: Timestamp?) -> TimeSpan? {
        guard kind == .call, let start = messages.first(where: { $0.status == 180 && $0.method == .invite })?.time,
            let end = answer
                ?? result(timers).final.flatMap({ messages.indices.contains($0) ? messages[$0].time : nil }),
            end >= start
        else { return nil }
        return end - start
    }
}
