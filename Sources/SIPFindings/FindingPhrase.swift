import SIPCatalog

/// Phrases that the messages of several rules have in common.
enum FindingPhrase: String, PhraseKey {
    /// `180 to INVITE`.
    case response = "finding.response"
}
