import Testing
import _TestSupport

@Suite("Counts and percentiles over the whole trace")
struct CheckCountTests {
    @Test(
        "What is counted, met and not",
        arguments: [
            ("transfer/blind-declined", "calls = 1", "calls != 1", "1"),
            ("register/challenged-401", "registrations = 1", "no registrations", "1"),
            ("transfer/blind-declined", "transfers >= 1", "no transfers", "1"),
            ("redirect/loop-302", "redirects = 5", "redirects < 5", "5"),
            ("transfer/blind-declined", "messages = 18", "messages > 18", "18"),
            ("transfer/blind-declined", "requests = 8", "requests <= 7", "8"),
            ("transfer/blind-declined", "responses = 10", "responses < 10", "10"),
            ("call/no-response", "retransmissions = 6", "no retransmissions", "6"),
            ("call/no-response", "retransmissions > 60 %", "retransmissions < 1 %", "6 of 9 (66.667 %)"),
            ("call/answered", "no duplicates", "duplicates = 1", "0"),
            ("call/answered", "no malformed", "malformed > 0 %", "0 of 7 (0.000 %)"),
            ("transfer/blind-declined", "findings = 2", "no findings", "2"),
            ("transfer/blind-declined", "errors = 1", "no errors", "1"),
            ("call/retry-after-603", "warnings = 1", "no warnings", "1"),
            ("transfer/blind-declined", "INVITE = 2", "INVITE < 2", "2"),
            ("transfer/blind-declined", "INVITE = 25 %", "INVITE > 25 %", "2 of 8 (25.000 %)"),
            ("transfer/blind-declined", "603 = 1", "no 603", "1"),
            ("transfer/blind-declined", "2xx = 50 %", "2xx < 50 %", "5 of 10 (50.000 %)"),
            ("situation/busy", "busy = 3", "no busy", "3"),
            ("call/answered", "answered = 100 %", "answered < 100 %", "1 of 1 (100.000 %)"),
            ("transfer/blind-declined", "asr = 50 %", "asr >= 90 %", "1 of 2 (50.000 %)"),
        ])
    func counts(fixture: String, met: String, failed: String, seen: String) throws {
        let folder = try CheckFolder(fixture, expecting: "counts: \"\(met)\"")
        let document = try folder.document("--fail-on", "never")
        #expect(document.clean)
        #expect(document.expectations.map(\.state) == ["met"], "\(document.expectations.map(\.seen))")
        try folder.write("counts: [\"\(failed)\"]", "trace.sipwatch.yaml")
        let other = try folder.document("--fail-on", "never")
        #expect(other.exitStatus == 1)
        #expect(other.expectations.map(\.state) == ["failed"])
        #expect(other.expectations.map(\.seen) == [seen])
        #expect(other.expectations.map(\.expected) == [failed])
    }

    @Test(
        "Statistics of lengths of time",
        arguments: [
            ("setup p95 < 2 s", "setup p95 < 1 s"), ("setup min > 1 s", "setup min < 1 s"),
            ("setup mean <= 1010 ms", "setup mean > 1.5 s"), ("post-dial max < 100 ms", "post-dial max > 1 s"),
            ("ring median = 1 s", "ring median = 2 s"), ("duration p1 >= 2 s", "duration p100 < 2 s"),
        ])
    func percentiles(met: String, failed: String) throws {
        let folder = try CheckFolder("call/answered", expecting: "percentiles: \"\(met)\"")
        #expect(try folder.document().expectations.map(\.state) == ["met"])
        try folder.write("percentiles: \"\(failed)\"", "trace.sipwatch.yaml")
        let document = try folder.document()
        #expect(document.exitStatus == 1)
        #expect(document.expectations.map(\.state) == ["failed"])
        #expect(document.expectations.allSatisfy { $0.seen.hasSuffix(", of 1 call") }, "\(document.expectations)")
    }

    @Test("What there is none of matches nothing, unless that is allowed")
    func none() throws {
        let folder = try CheckFolder(
            "register/challenged-401", expecting: "counts: asr > 90 %\npercentiles: setup p95 < 2 s")
        let document = try folder.document()
        #expect(document.exitStatus == 1)
        #expect(document.expectations.map(\.state) == ["unmatched", "unmatched"])
        let allowed = try folder.document("--allow-empty")
        #expect(allowed.clean)
        #expect(allowed.summary.excusedExpectations == 2)
    }

    @Test("Of several calls, those that a selector chooses are judged, and each of them")
    func several() throws {
        let folder = try CheckFolder(
            "situation/busy", expecting: "calls: {match: {filter: \"status = 600\"}, outcome: busy}")
        let document = try folder.document("--fail-on", "never")
        #expect(document.clean)
        #expect(document.expectations.count == 2)
        #expect(Set(document.expectations.map(\.subject)).count == 2)
        try folder.write("calls: {match: {order: 2, filter: \"status = 600\"}, outcome: busy}", "trace.sipwatch.yaml")
        #expect(try folder.document("--fail-on", "never").expectations.count == 1)
        try folder.write("calls: {match: {order: 3, filter: \"status = 600\"}, outcome: busy}", "trace.sipwatch.yaml")
        #expect(try folder.document("--fail-on", "never").expectations.map(\.state) == ["unmatched"])
    }
}
