import SIPDialogs
import SIPParsing
import SIPReporting
import TraceTypes
import YAMLReading

/// Reads counts: `no 5xx`, `calls = 3`, `retransmissions < 1 %`.
enum CountReader {
    /// The words for what is counted, other than methods, statuses, outcomes and figures.
    static let words: [(name: String, subject: CountSubject)] = [
        ("calls", .calls), ("registrations", .registrations), ("transfers", .transfers), ("redirects", .redirects),
        ("messages", .messages), ("requests", .requests), ("responses", .responses),
        ("retransmissions", .retransmissions), ("duplicates", .duplicates), ("malformed", .malformed),
        ("findings", .findings), ("errors", .errors), ("warnings", .warnings),
    ]
    /// The names of the ratios.
    static let figures = TraceFigures().ratios.map(\.key)
    private static let methods = SIPParsing.Method.allCases.map(\.name).filter { !$0.isEmpty }
    private static let outcomes = CallOutcome.allCases.map(\.rawValue)

    /// An entry of `counts`.
    static func count(_ node: YAMLNode) throws(YAMLError) -> CountExpectation {
        let text = try node.text("counts").trimmed
        if text.hasPrefix("no ") {
            let name = String(text.dropFirst(3)).trimmed
            let subject = try subject(name, node)
            guard !subject.isFigure else { throw wantsPercentage(name, node) }
            return CountExpectation(
                text: text, subject: subject, isPercentage: false, bound: Bound(text: "0", .equal(0)))
        }
        let name = String(text.prefix { !" \t=!<>".contains($0) })
        let rest = String(text.dropFirst(name.count)).trimmed
        let subject = try subject(name, node)
        guard rest.first.map({ "=!<>".contains($0) }) ?? false else {
            throw YAMLError(
                "\(quoted(text)) wants a comparison, as in '\(name) \(subject.isFigure ? "> 90 %" : "= 3")'",
                at: node.mark)
        }
        let isPercentage = rest.hasSuffix("%")
        if isPercentage, !subject.hasWhole {
            throw YAMLError("'\(name)' are no part of a whole; compare them with a number, without '%'", at: node.mark)
        }
        guard isPercentage || !subject.isFigure else { throw wantsPercentage(name, node) }
        let reader = BoundReader(quantity: isPercentage ? .percentage : .count, role: name, mark: node.mark)
        return CountExpectation(
            text: text, subject: subject, isPercentage: isPercentage, bound: try reader.bound(rest))
    }

    private static func subject(_ name: String, _ node: YAMLNode) throws(YAMLError) -> CountSubject {
        if let word = words.first(where: { $0.name == name }) { return word.subject }
        if methods.contains(name) { return .method(name) }
        if let status = StatusPattern(name) { return .status(status) }
        if outcomes.contains(name) { return .outcome(name) }
        if figures.contains(name) { return .figure(name) }
        let all = words.map(\.name) + outcomes + figures
        let guess = suggestion(for: name, in: all + methods).map { "did you mean '\($0)'?" }
        throw YAMLError(
            "\(quoted(name)) is nothing that is counted; "
                + (guess ?? "there are \(listed(all + ["methods", "statuses"], "and"))"), at: node.mark)
    }

    private static func wantsPercentage(_ name: String, _ node: YAMLNode) -> YAMLError {
        YAMLError("'\(name)' is a percentage; compare it with one, as in '\(name) > 90 %'", at: node.mark)
    }
}

extension CountSubject {
    fileprivate var isFigure: Bool {
        if case .figure = self { true } else { false }
    }

    /// Whether there is something that it is a part of.
    fileprivate var hasWhole: Bool {
        switch self {
        case .retransmissions, .duplicates, .malformed, .method, .status, .outcome, .figure: true
        case .calls, .registrations, .transfers, .redirects, .messages, .requests, .responses, .findings, .errors,
            .warnings:
            false
        }
    }
}
