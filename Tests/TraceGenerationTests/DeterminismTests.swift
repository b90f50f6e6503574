import Testing

@testable import TraceGeneration

@Suite("The seed and the options decide every byte")
struct DeterminismTests {
    @Test func sameSeedSameBytes() throws {
        #expect(try WrittenTrace(seed: 7).bytes == WrittenTrace(seed: 7).bytes)
    }

    @Test func otherSeedOtherBytes() throws {
        #expect(try WrittenTrace(seed: 7).bytes != WrittenTrace(seed: 8).bytes)
    }

    @Test func otherOptionsOtherBytes() throws {
        let plain = try WrittenTrace(rate: 200, ipv6Share: 0, tcpShare: 0).bytes
        #expect(try WrittenTrace(rate: 100, ipv6Share: 0, tcpShare: 0).bytes != plain)
        #expect(try WrittenTrace(rate: 200, ipv6Share: 1, tcpShare: 0).bytes != plain)
        #expect(try WrittenTrace(rate: 200, ipv6Share: 0, tcpShare: 1).bytes != plain)
    }

    @Test func piecesDoNotChangeTheBytes() throws {
        var options = GeneratorOptions()
        options.messages = 5000
        var pieces: [[UInt8]] = []
        _ = SyntheticTrace(options).write { pieces.append($0) }
        #expect(pieces.count > 1)
        #expect(Array(pieces.joined()) == WrittenTrace(options).bytes)
    }
}
