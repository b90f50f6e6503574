/// The outcomes of a transfer, spelled as the analyzer's JSON spells them.
public enum TransferOutcome: String, Sendable, CaseIterable {
    case completed, failed, refused, unconfirmed
}
