import SIPCatalog
import TraceTypes

extension FilterTally {
    /// `Shown: 3 of 120 calls (filter status >= 400)`; what is no call is named where there is any.
    public var line: String {
        let others =
            others > 0 ? " and \(shownOthers) of \(others) other \(others == 1 ? "exchange" : "exchanges")" : ""
        return "Shown: \(shownCalls) of \(counted(calls, "call"))\(others) (filter \(escaped(text)))"
    }

    var json: JSONText {
        .object([
            "expression": .string(escaped(text)), "calls": .number(calls), "shownCalls": .number(shownCalls),
            "otherExchanges": .number(others), "shownOtherExchanges": .number(shownOthers),
        ])
    }
}
