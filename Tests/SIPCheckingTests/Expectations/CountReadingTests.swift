import SIPChecking
import SIPDialogs
import SIPParsing
import SIPReporting
import Testing

@Suite("Counts, percentiles and bounds are read")
struct CountReadingTests {
    @Test(
        "A count says what it counts",
        arguments: [
            ("no 5xx", CountSubject.status(StatusPattern(text: "5xx", 500...599)), Bound.Comparison.equal(0)),
            ("603 = 1", .status(StatusPattern(text: "603", 603...603)), .equal(1)),
            ("calls == 3", .calls, .equal(3)), ("INVITE<=4", .method("INVITE"), .atMost(4)),
            ("answered >= 2", .outcome("answered"), .atLeast(2)), ("no  malformed", .malformed, .equal(0)),
            ("registrations != 0", .registrations, .unequal(0)), ("transfers < 2", .transfers, .less(2)),
            ("redirects > 1", .redirects, .greater(1)), ("messages = 0", .messages, .equal(0)),
            ("requests > 0", .requests, .greater(0)), ("responses > 0", .responses, .greater(0)),
            ("no duplicates", .duplicates, .equal(0)), ("no findings", .findings, .equal(0)),
            ("no errors", .errors, .equal(0)), ("warnings < 3", .warnings, .less(3)),
            ("retransmissions = 7", .retransmissions, .equal(7)),
        ])
    func counts(text: String, subject: CountSubject, comparison: Bound.Comparison) throws {
        let count = try #require(try readExpectations("counts: [\"\(text)\"]").counts.first?.value)
        #expect(count.text == text)
        #expect(count.subject == subject)
        #expect(!count.isPercentage)
        #expect(count.bound.comparison == comparison)
    }

    @Test(
        "A percentage is read in thousandths",
        arguments: [
            ("retransmissions < 1 %", CountSubject.retransmissions, Bound.Comparison.less(1_000)),
            ("asr >= 99.95%", .figure("asr"), .atLeast(99_950)),
            ("4xx <= 0.001 %", .status(StatusPattern(text: "4xx", 400...499)), .atMost(1)),
            ("answered = 100.000 %", .outcome("answered"), .equal(100_000)),
            ("OPTIONS < 12.5 %", .method("OPTIONS"), .less(12_500)), ("malformed = 0 %", .malformed, .equal(0)),
            ("duplicates < 5 %", .duplicates, .less(5_000)),
        ])
    func percentages(text: String, subject: CountSubject, comparison: Bound.Comparison) throws {
        let count = try #require(try readExpectations("counts: [\"\(text)\"]").counts.first?.value)
        #expect(count.subject == subject)
        #expect(count.isPercentage)
        #expect(count.bound.comparison == comparison)
    }

    @Test func allMethodsOutcomesAndFiguresCanBeCounted() throws {
        for method in SIPParsing.Method.allCases where method != .other {
            #expect(
                try readExpectations("counts: no \(method.name)").counts.first?.value.subject == .method(method.name))
        }
        for outcome in CallOutcome.allCases.map(\.rawValue) {
            #expect(try readExpectations("counts: no \(outcome)").counts.first?.value.subject == .outcome(outcome))
        }
        for key in TraceFigures().ratios.map(\.key) {
            #expect(try readExpectations("counts: \(key) > 1 %").counts.first?.value.subject == .figure(key))
        }
    }

    @Test(
        "A percentile says what it measures",
        arguments: [
            ("setup p95 < 2 s", CallTime.setup, PercentileExpectation.Statistic.percentile(95)),
            ("post-dial max <= 3s", .postDial, .greatest), ("duration mean > 1.5 m", .duration, .mean),
            ("ring median<5 s", .ring, .percentile(50)), ("ring min >= 0", .ring, .least),
            ("setup p1 < 1 h", .setup, .percentile(1)), ("setup p100 < 1 h", .setup, .percentile(100)),
        ])
    func percentiles(text: String, time: CallTime, statistic: PercentileExpectation.Statistic) throws {
        let percentile = try #require(try readExpectations("percentiles: [\"\(text)\"]").percentiles.first?.value)
        #expect(percentile.text == text)
        #expect(percentile.time == time)
        #expect(percentile.statistic == statistic)
    }

    @Test(
        "Bounds of numbers",
        arguments: [
            ("2", Bound.Comparison.equal(2)), ("= 2", .equal(2)), ("==2", .equal(2)), ("\"!= 0\"", .unequal(0)),
            ("< 3", .less(3)), ("<=3", .atMost(3)), ("\">  1\"", .greater(1)), ("\">=1\"", .atLeast(1)),
            ("1 .. 3", .within(1, 3)), ("1..1", .within(1, 1)),
            ("9223372036854775807", .equal(.max)),
        ])
    func bounds(text: String, comparison: Bound.Comparison) throws {
        #expect(try readCall("legs: \(text)")?.legs?.value.comparison == comparison)
    }

    @Test(
        "Bounds of times",
        arguments: [
            ("< 2", Bound.Comparison.less(2_000_000_000)), ("< 2000 ms", .less(2_000_000_000)),
            ("<= 1.25 s", .atMost(1_250_000_000)), ("< 1 min", .less(60_000_000_000)),
            ("< 1h", .less(3_600_000_000_000)), ("= 2 s", .within(2_000_000_000, 2_999_999_999)),
            ("2.0 s", .within(2_000_000_000, 2_099_999_999)), ("500 ms", .within(500_000_000, 500_999_999)),
            ("1 .. 3", .within(1_000_000_000, 3_000_000_000)),
            ("200 ms..3 s", .within(200_000_000, 3_000_000_000)),
        ])
    func times(text: String, comparison: Bound.Comparison) throws {
        #expect(try readCall("setup: \(text)")?.times.first?.value.bound.comparison == comparison)
    }
}
