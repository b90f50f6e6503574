/// What a response brings to an end (for failures RFC 5057 section 5.1).
public enum ResponseEffect: String, CaseIterable, Sendable {
    /// Provisional: the transaction goes on.
    case nothing
    /// The transaction ends well.
    case success
    /// A redirection; inside a dialog its effect is not well defined.
    case redirection
    /// The transaction alone.
    case transaction
    /// The session or subscription that the request belonged to.
    case usage
    /// The dialog with all its usages.
    case dialog
}
