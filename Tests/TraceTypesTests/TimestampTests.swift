import Testing
import TraceTypes

@Suite("Times and spans saturate instead of overflowing")
struct TimestampTests {
    @Test func differenceAndSum() {
        let start = Timestamp(seconds: 10, nanoseconds: 500)
        let end = start + .seconds(32)
        #expect(end - start == .seconds(32))
        #expect(start < end)
        #expect((end - start).seconds == 32)
    }

    @Test func saturation() {
        #expect(Timestamp(seconds: .max, nanoseconds: 0).nanoseconds == .max)
        #expect(Timestamp(seconds: .min, nanoseconds: 0).nanoseconds == .min)
        #expect(Timestamp(nanoseconds: .max) - Timestamp(nanoseconds: .min) == TimeSpan(nanoseconds: .max))
        #expect(Timestamp(nanoseconds: .min) - Timestamp(nanoseconds: .max) == TimeSpan(nanoseconds: .min))
        #expect(Timestamp(nanoseconds: .max) + .seconds(1) == Timestamp(nanoseconds: .max))
        #expect(TimeSpan.seconds(.max) == TimeSpan(nanoseconds: .max))
        #expect(TimeSpan.seconds(.min) == TimeSpan(nanoseconds: .min))
        #expect(TimeSpan.milliseconds(64) * 500 == .seconds(32))
    }
}
