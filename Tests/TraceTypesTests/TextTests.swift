import Testing
import TraceTypes

@Suite("Times as text")
struct TextTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"), (1_582_934_400_000_001_000, "2020-02-29T00:00:00.000001Z"),
            (-1, "1969-12-31T23:59:59.999999Z"), (1_609_459_199_999_999_999, "2020-12-31T23:59:59.999999Z"),
            (951_868_800_000_000_000, "2000-03-01T00:00:00.000000Z"), (Int64.max, "2262-04-11T23:47:16.854775Z"),
            (Int64.min, "1677-09-21T00:12:43.145224Z"),
        ] as [(Int64, String)])
    func timestamps(nanoseconds: Int64, text: String) {
        #expect(Timestamp(nanoseconds: nanoseconds).description == text)
    }

    @Test(
        arguments: [
            (0, "0 s"), (213_000_000, "0.213 s"), (4_200_000_000, "4.2 s"), (36_000_000_000, "36 s"),
            (125_000_000_000, "2 min 5 s"), (3_780_000_000_000, "1 h 3 min"), (-500_000_000, "-0.5 s"),
        ] as [(Int64, String)])
    func spans(nanoseconds: Int64, text: String) {
        #expect(TimeSpan(nanoseconds: nanoseconds).description == text)
    }

    @Test func extremesDoNotTrap() {
        #expect(TimeSpan(nanoseconds: .max).description == "2562047 h 47 min")
        #expect(TimeSpan(nanoseconds: .min).description.hasPrefix("-"))
        #expect(TimeSpan(nanoseconds: 1_234_567_890).seconds(decimals: 3) == "1.234")
        #expect(TimeSpan(nanoseconds: -1_234_567_890).seconds(decimals: 6) == "-1.234567")
    }
}
