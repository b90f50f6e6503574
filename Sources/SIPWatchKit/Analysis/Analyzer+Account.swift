import SIPReporting

extension Analyzer {
    /// A report with nothing but the account of what was taken in so far, as if the capture ended here.
    func accountSoFar() -> Report {
        var extractor = extractor
        var rest = MessageBatch()
        extractor.finish(into: &rest)
        return report(of: extractor)
    }
}
