import Foundation
import SIPParsing
import Testing

@Suite struct DocumentationAnomalyTests {
    /// With SIPWATCH_RECORD=1 in the environment the page is written instead.
    @Test func thePageIsWhatTheTableSays() throws {
        let file = DocumentationFolder.catalog.appending(path: "Guides/Anomalies.md")
        if ProcessInfo.processInfo.environment["SIPWATCH_RECORD"] == "1" { try Data(page.utf8).write(to: file) }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        #expect(recorded == page, "Anomalies.md is out of date; record it again with SIPWATCH_RECORD=1")
    }

    @Test func namesAreUniqueAndInKebabCase() {
        let names = Anomaly.Kind.allCases.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0 == "-" || $0.isLowercase || $0.isNumber } })
    }

    private var page: String {
        """
        # Anomalies

        What departs from the grammar in a message, by its stable name.

        ## Overview

        A message is read as far as it goes, and each departure is noted: its name, the bytes that show it, and the rule
        that they break. The report counts messages with errors as *malformed* and names the errors in the head and in
        the ladder; JSON has them in `messages.anomalies` and in the `anomalies` of a message. Session descriptions and
        XML are read for the messages that are shown, so what is wrong with them is named there and not counted.

        ### Errors

        A receiver that follows the RFC may refuse the message, or read it differently from what its sender meant.

        \(table(.error))

        ### Tolerated

        Everybody reads past these, because the RFC asks for it or because it has always been done. They are counted in
        `messages.anomalies` and make no message malformed.

        \(table(.tolerated))

        """
    }

    private func table(_ strictness: Anomaly.Strictness) -> String {
        let rows = Anomaly.Kind.allCases.map(\.definition).filter { $0.strictness == strictness }.map {
            "| `\($0.name)` | \($0.meaning) | \($0.reference) |"
        }
        return (["| name | what it is | rule |", "|---|---|---|"] + rows).joined(separator: "\n")
    }
}
