import SIPParsing
import Testing
import _TestSupport

/// What the parser alone notes in a message, as `kind: bytes`; nil for what is no message.
func parsedAnomalies(_ bytes: [UInt8]) -> [String]? {
    var parser = MessageParser()
    guard case .message = parser.parse(bytes.span) else { return nil }
    return parser.message.anomalies.map { "\($0.kind.name): \(bytes.span.text($0.range))" }
}

/// What real stacks send gives no false alarm, neither of the parser nor of the inspector.
@Suite struct RecordedTrafficTests {
    @Test(arguments: Fixture.all)
    func isSilent(_ fixture: Fixture) throws {
        let capture = try #require(CapturedFrames(path: fixture.path))
        for (index, frame) in capture.frames.enumerated() {
            guard let payload = datagram(frame.bytes), let found = inspect(payload) else { continue }
            #expect(found == [], "frame \(index + 1)")
            #expect(parsedAnomalies(payload) == [], "frame \(index + 1)")
        }
    }

    @Test(.enabled(if: !Fixture.all.isEmpty)) func thereIsTraffic() {
        let captures = Fixture.all.compactMap { CapturedFrames(path: $0.path) }
        let messages = captures.flatMap(\.frames).compactMap { datagram($0.bytes) }.compactMap { inspect($0) }
        #expect(messages.count > 200)
    }

    /// The payload of an Ethernet frame with UDP in it.
    private func datagram(_ frame: [UInt8]) -> [UInt8]? {
        guard frame.count > 62 else { return nil }
        let isIPv6 = frame[12] == 0x86 && frame[13] == 0xDD
        let header = isIPv6 ? 40 : Int(frame[14] & 15) * 4
        guard frame[isIPv6 ? 20 : 23] == 17, frame.count > 22 + header else { return nil }
        return Array(frame[(22 + header)...])
    }
}
