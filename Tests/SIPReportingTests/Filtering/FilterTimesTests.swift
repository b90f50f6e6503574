import Testing
import TraceTypes
import _TestSupport

@testable import SIPReporting

@Suite("Times and lengths of a filter")
struct FilterTimesTests {
    @Test(
        "A date and time is the moment that a report writes so",
        arguments: [
            "1970-01-01T00:00:00", "2000-02-29T23:59:59", "2024-03-01T12:30:15", "2026-11-20T14:05:00",
            "2100-02-28T00:00:01", "2260-12-31T23:59:59",
        ])
    func dates(text: String) throws {
        let quantity = try #require(FilterTimes.date(text + "Z"))
        #expect(Timestamp(nanoseconds: quantity.order.lowerBound).description == text + ".000000Z")
        #expect(quantity == FilterTimes.date(text))
        #expect(quantity.equal.upperBound - quantity.equal.lowerBound == 999_999_999)
    }

    @Test(
        "What is no time",
        arguments: [
            "1969-12-31", "2261-01-01", "2023-02-29", "2100-02-29", "2026-13-01", "2026-00-01", "2026-04-31",
            "26-04-01",
            "2026-4-1", "2026-11-20T24:00", "2026-11-20T14:05:00+01:00", "2026-11-20Z",
        ])
    func noDates(text: String) {
        #expect(FilterTimes.date(text) == nil)
    }

    @Test(
        "What is written with fewer digits is equal to more",
        arguments: [
            ("14:05", 50_700, 60_000_000_000), ("14:05:00", 50_700, 1_000_000_000), ("00:00:00.25", 0, 10_000_000),
        ] as [(String, Int64, Int64)])
    func precision(text: String, second: Int64, span: Int64) throws {
        let quantity = try #require(FilterTimes.timeOfDay(text))
        #expect(quantity.order.lowerBound / 1_000_000_000 == second)
        #expect(quantity.equal.upperBound - quantity.equal.lowerBound + 1 == span)
    }

    @Test(
        "Lengths",
        arguments: [
            ("500ms", 500_000_000), ("4.2s", 4_200_000_000), ("4.2", 4_200_000_000), ("2m", 120_000_000_000),
            ("1.5h", 5_400_000_000_000), ("1d", 86_400_000_000_000), ("0", 0),
        ] as [(String, Int64)])
    func lengths(text: String, nanoseconds: Int64) throws {
        #expect(try #require(FilterNumbers.duration(text)).order == nanoseconds...nanoseconds)
    }

    @Test("A call is found by the time of its first message", arguments: [true, false])
    func start(isDate: Bool) throws {
        let time = SIPScenario.time(0)
        let written = isDate ? time.description : time.timeOfDay
        #expect(try SIPScenario.busyCall().matches("time = \(written)"))
        #expect(try SIPScenario.busyCall().matches("time >= \(written) and not time < \(written)"))
        #expect(try !SIPScenario.busyCall().matches("time > \(written)"))
        #expect(try !SIPScenario.busyCall().matches("time != \(written)"))
    }
}
