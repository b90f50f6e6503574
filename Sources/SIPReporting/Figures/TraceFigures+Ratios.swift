/// Ratios of attempts whose end is known.
extension TraceFigures {
    /// The ratios, in the order in which they are shown.
    public var ratios: [Figure] {
        let counts = calls.counts
        let all = counts.determined
        let direct = all - counts.failures.count(in: 300...399)
        let busy = counts.failures.count(of: 480, 486, 600, 603)
        let overload = counts.failures.count(of: 408, 500, 503, 504)
        return [
            Figure(
                "ser", "SER", Ratio(counts.answered, of: direct), "RFC 6076 4.6"),
            Figure(
                "seer", "SEER", Ratio(counts.answered + busy, of: direct), "RFC 6076 4.7"),
            Figure("isa", "ISA", Ratio(overload, of: all), "RFC 6076 4.8"),
            Figure(
                "scr", "SCR", Ratio(calls.completed, of: all - calls.open), "RFC 6076 4.9"),
            Figure("asr", "ASR", Ratio(counts.answered, of: all), "ITU-T E.411"),
            Figure(
                "ner", "NER", Ratio(counts.answered + busy + calls.cancelledRinging, of: all), "ITU-T E.425"),
            Figure(
                "ira", "IRA", Ratio(registrations.ineffective, of: registrations.counts.determined), "RFC 6076 4.2"),
        ]
    }
}
