import SIPCatalog
import SIPReporting
import TraceTypes

/// What stands below the line of a failure: the ladder around its frames, and what to do.
enum FailureText {
    /// Sentences of advice shown.
    private static let adviceShown = 3

    /// The ladder of an exchange around some frames; nothing where it is not drawn.
    static func ladder(of exchange: CheckedExchange?, around frames: [FrameNumber]) -> [String] {
        LadderExcerpt(exchange?.ladder ?? [], around: frames).lines.map { "  " + $0 }
    }

    /// The first sentences of advice.
    static func advice(_ advice: [String], _ catalog: Catalog) -> [String] {
        let shown = advice.prefix(adviceShown)
        guard !shown.isEmpty else { return [] }
        return ["  " + catalog.text(ReportPhrase.advice)]
            + shown.flatMap { PlainText.wrap(escaped($0), first: "    - ", rest: "      ") }
    }
}
