import Testing

@Suite(
    "sipwatch and tshark read the same, or it is known why not", .serialized,
    .enabled(if: Tshark.folder != nil, "tshark is not installed"))
struct DifferentialTests {
    @Test("Start line, Call-ID, CSeq, tags, branch and Content-Length", arguments: CaptureCollection.present)
    func fields(_ collection: CaptureCollection) throws {
        let (differences, messages) = try collection.compared()
        #expect(messages == collection.messages, "a message is lost, or captures were added or taken out")
        let version = try Tshark.version()
        for difference in differences {
            let explanations = Explanation.all.filter { $0.explains(difference) }
            #expect(!explanations.isEmpty, "\(difference) (\(version))")
            for explanation in explanations where explanation.fault == .sipwatch {
                withKnownIssue("\(explanation.reason)") { Issue.record("\(difference)") }
            }
        }
        for explanation in Explanation.all {
            let stale = explanation.stale(collection, differences)
            #expect(stale.isEmpty, "no longer true, take it out: \(explanation.reason) (\(version))")
        }
    }
}
