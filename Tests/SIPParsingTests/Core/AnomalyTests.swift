import Foundation
import SIPParsing
import Testing
import _TestSupport

@Suite struct AnomalyTests {
    /// Each case has its meaning and its rule in a comment as well, for the reader of the code.
    @Test func theCommentsSayWhatTheTableSays() throws {
        let source = try String(
            contentsOf: Fixture.project.appending(path: "Sources/SIPParsing/Core/Anomaly.swift"), encoding: .utf8)
        let text = source.replacing("\n        /// ", with: " ")
        for kind in Anomaly.Kind.allCases {
            let definition = kind.definition
            let meaning = definition.meaning.prefix(1).uppercased() + definition.meaning.dropFirst()
            let expected = "\(meaning) (\(definition.reference)).\n        case \(kind)"
            let isThere = text.contains(expected)
            #expect(isThere, "\(expected)")
        }
    }
}
