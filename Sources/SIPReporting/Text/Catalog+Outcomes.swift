import SIPCatalog
import SIPFindings

/// What became of a call or other request, what became of a transfer, and how findings are rated.
enum OutcomePhrase: String, PhraseKey {
    case answered = "outcome.answered"
    case cancelled = "outcome.cancelled"
    case declined = "outcome.declined"
    case busy = "outcome.busy"
    case unavailable = "outcome.unavailable"
    case redirected = "outcome.redirected"
    case forbidden = "outcome.forbidden"
    case unauthorized = "outcome.unauthorized"
    case blocked = "outcome.blocked"
    case failed = "outcome.failed"
    case unanswered = "outcome.unanswered"
    case undetermined = "outcome.undetermined"
    case succeeded = "outcome.succeeded"
    case rejected = "outcome.rejected"
    case transferCompleted = "outcome.transfer-completed"
    case transferFailed = "outcome.transfer-failed"
    case transferRefused = "outcome.transfer-refused"
    case transferUnconfirmed = "outcome.transfer-unconfirmed"
    case transferUndetermined = "outcome.transfer-undetermined"
    case error = "severity.error"
    case warning = "severity.warning"
    case info = "severity.info"
    case proven = "confidence.proven"
    case observed = "confidence.observed"
    case likely = "confidence.likely"
}

extension Catalog {
    /// The word for an outcome that machine formats call `name`; that name where there is no word.
    func outcome(_ name: String) -> String { word("outcome." + name) ?? name }

    /// The word for the outcome of a transfer.
    func outcome(ofTransfer name: String) -> String { word("outcome.transfer-" + name) ?? name }

    /// The word for a severity.
    func word(_ severity: Severity) -> String { word("severity." + severity.rawValue) ?? severity.rawValue }

    /// The word for a confidence.
    func word(_ confidence: Confidence) -> String { word("confidence." + confidence.rawValue) ?? confidence.rawValue }

    /// Remarks one after the other, as clauses are.
    func joined(_ parts: [String]) -> String {
        guard let first = parts.first else { return "" }
        return parts.dropFirst().reduce(first) { text(StoryPhrase.clauses, ["a": .text($0), "b": .text($1)]) }
    }

    private func word(_ key: String) -> String? { OutcomePhrase(rawValue: key).map { text($0) } }
}
