/// The outcomes of a call, spelled as the analyzer's JSON spells them.
public enum CallOutcome: String, Sendable, CaseIterable {
    case answered, cancelled, declined, busy, unavailable, redirected, forbidden, unauthorized, blocked, unanswered
}
