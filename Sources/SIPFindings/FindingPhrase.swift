import SIPCatalog

/// Phrases that the messages of several rules have in common, or that stand in their lists.
enum FindingPhrase: String, PhraseKey {
    /// A REFER was accepted, in a main clause.
    case accepted = "finding.accepted"
    /// A REFER without a response was acted on, in a main clause.
    case actedOn = "finding.acted-on"
    /// The tag of From, as a noun.
    case fromTag = "finding.from-tag"
    /// `180 to INVITE`.
    case response = "finding.response"
}
