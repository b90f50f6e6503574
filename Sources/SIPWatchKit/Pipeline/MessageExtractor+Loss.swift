import SIPReporting

extension MessageExtractor {
    /// Notes that something was lost that may have been SIP, and of which there is no message to count.
    mutating func noteLoss(_ batch: inout MessageBatch) {
        batch.hasLoss = true
        account.mayHaveLostSIP = true
    }
}
