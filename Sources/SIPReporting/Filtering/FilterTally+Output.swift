import SIPCatalog
import TraceTypes

extension FilterTally {
    /// `Shown: 3 of 120 calls (filter status >= 400)`; what is no call is named where there is any.
    public func line(_ catalog: Catalog) -> String {
        var values: PhraseValues = [
            "shown": .number(shownCalls), "calls": .number(calls), "filter": .text(escaped(text)),
        ]
        if others > 0 {
            values["shown-others"] = .number(shownOthers)
            values["others"] = .number(others)
        }
        return catalog.text(ReportPhrase.shown, values)
    }

    var json: JSONText {
        .object([
            "expression": .string(escaped(text)), "calls": .number(calls), "shownCalls": .number(shownCalls),
            "otherExchanges": .number(others), "shownOtherExchanges": .number(shownOthers),
        ])
    }
}
