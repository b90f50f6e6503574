import SIPParsing
import Testing

@Suite struct TortureTests {
    @Test func setsAreWhole() {
        #expect(TortureMessage.all.count { $0.name.hasPrefix("rfc4475/") } == 49)
        #expect(TortureMessage.all.count { $0.name.hasPrefix("rfc5118/") } == 12)
    }

    @Test("RFC 4475 section 3, RFC 5118 section 4", arguments: TortureMessage.all)
    func reads(_ expected: TortureMessage) throws {
        let reading = try #require(TortureReading(expected.bytes))
        for expectation in expected.expectations {
            #expect(reading.answer(expectation.question) == expectation.answer, "\(expectation.question)")
        }
        let found = reading.anomalies
        #expect(found.subtracting(expected.anomalies).isEmpty, "found and not expected")
        #expect(expected.anomalies.subtracting(found).isEmpty, "expected and not found")
    }

    @Test("RFC 4475 section 3: what is to be accepted has no error", arguments: TortureMessage.all)
    func verdict(_ expected: TortureMessage) throws {
        let errors = expected.anomalies.filter { name in
            Anomaly.Kind.allCases.contains { $0.isError && name.hasPrefix("\($0.name) in ") }
        }
        #expect(expected.isWellFormed == errors.isEmpty)
    }
}
