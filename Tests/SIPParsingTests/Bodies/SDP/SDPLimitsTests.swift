import SIPParsing
import Testing

@Suite("Limits of a session description")
struct SDPLimitsTests {
    private static let limits = ParsingLimits.standard

    private func read(_ text: String) throws -> SessionDescription {
        try #require(SIPParsingTests.read(text) { SessionDescription($0, $1) })
    }

    @Test("Ten thousand media: the first are kept, and lines of the others belong to none")
    func media() throws {
        let description = try read(
            sdpSession + String(repeating: "m=audio 1 RTP/AVP 0\r\na=sendonly\r\n", count: 10_000))
        #expect(description.media.count == Self.limits.media)
        #expect(description.media.allSatisfy { $0.direction == .sendonly && $0.attributes.others.isEmpty })
        #expect(description.anomalyKinds == [.tooManyValues, .tooManyFields])
    }

    @Test("The lines of a medium beyond the limit change no other")
    func lastMedium() throws {
        let description = try read(
            sdpSession + String(repeating: "m=audio 1 RTP/AVP 0\r\n", count: Self.limits.media + 1)
                + "a=sendonly\r\nc=x\r\n")
        #expect(description.media.last?.direction == .sendrecv)
        #expect(description.anomalies.map(\.kind) == [.tooManyValues])
    }

    @Test("As many lines as the limit are read, and one more is not", arguments: [(0, false), (1, true)])
    func lines(more: Int, isCut: Bool) throws {
        let rest = Self.limits.sessionLines - 6 + more
        let description = try read(sdpSession + "a=x\r\n" + String(repeating: "b=AS:1\r\n", count: rest))
        #expect(description.anomalyKinds.contains(.tooManyFields) == isCut)
        #expect(description.bandwidths.count == Self.limits.listedValues)
    }

    @Test(
        "Lists of ten thousand values",
        arguments: [
            "a=x:1", "a=rtpmap:0 x/8000", "a=fmtp:0 x", "a=crypto:1 A_B inline:x", "a=fingerprint:x 00", "a=group:LS a",
            "a=candidate:1 1 UDP 1 192.0.2.1 1 typ host", "a=ssrc:1 x", "a=sendonly", "a=ptime:20", "b=AS:1",
            "c=IN IP4 192.0.2.1",
            "i=x", "k=x", "e=x", "p=x", "t=0 0", "r=1 1 1", "z=0 0", "o=x", "v=0", "=", "x",
        ])
    func lists(line: String) throws {
        let description = try read(
            sdpSession + "m=audio 1 RTP/AVP 0\r\n" + String(repeating: line + "\r\n", count: 10_000))
        let attributes = try #require(description.media.first?.attributes)
        let counts = [
            attributes.others.count, attributes.rtpMaps.count, attributes.formatParameters.count,
            attributes.cryptos.count,
            attributes.fingerprints.count, attributes.groups.count, description.times.count,
            description.times.map(\.repeats.count).max() ?? 0, description.emailAddresses.count,
            description.phoneNumbers.count,
            description.media[0].bandwidths.count, description.media[0].connections.count,
        ]
        #expect(counts.allSatisfy { $0 <= Self.limits.listedValues })
        #expect(description.anomalies.count <= Self.limits.anomalies)
        #expect(description.anomalyKinds.contains(.tooManyFields))
    }

    @Test("Ten thousand formats")
    func formats() throws {
        let description = try read(sdpSession + "m=audio 1 RTP/AVP" + String(repeating: " 0", count: 10_000) + "\r\n")
        #expect(description.media.first?.formats.count == Self.limits.listedValues)
        #expect(description.media.first?.codecTable.count == Self.limits.listedValues)
        #expect(description.anomalies.map(\.kind) == [.tooManyValues])
    }

    @Test("Ten thousand words of one attribute", arguments: ["group", "ice-options"])
    func words(name: String) throws {
        let description = try read(sdpSession + "a=\(name):x" + String(repeating: " y", count: 10_000) + "\r\n")
        let attributes = description.attributes
        #expect((attributes.groups.first?.mids.count ?? 0) + attributes.ice.options.count <= Self.limits.listedValues)
        #expect(description.anomalies.map(\.kind) == [.tooManyValues])
    }

    @Test("A list that is cut is noted once in each section")
    func cutOnce() throws {
        let many = String(repeating: "a=x\r\n", count: Self.limits.listedValues + 10)
        let description = try read(sdpSession + many + "m=audio 1 RTP/AVP 0\r\n" + many)
        #expect(description.attributes.others.count == Self.limits.listedValues)
        #expect(description.media.first?.attributes.others.count == Self.limits.listedValues)
        #expect(description.anomalies.map(\.kind) == [.tooManyValues, .tooManyValues])
    }

    @Test("Many bad lines do not hide a limit that is passed")
    func reservedAnomalies() throws {
        let description = try read(sdpSession + String(repeating: "x\n", count: 10_000))
        #expect(description.anomalies.count <= Self.limits.anomalies)
        #expect(description.anomalyKinds == [.badSDP, .bareLineFeed, .tooManyFields])
    }

    @Test("A line longer than the limit is cut", arguments: ["a=x:", "s=", "a=", "m=audio 1 RTP/AVP 0 ", "x"])
    func longLine(start: String) throws {
        let text = sdpSession + start + String(repeating: "9", count: Self.limits.lineBytes) + "\r\na=sendonly\r\n"
        let description = try read(text)
        #expect(description.anomalyKinds.contains(.lineTooLong))
        #expect((description.media.first?.direction ?? description.attributes.direction) == .sendonly)
        #expect(description.attributes.others.allSatisfy { ($0.value ?? $0.name).utf8.count <= Self.limits.lineBytes })
    }

    @Test(
        "A megabyte of one thing is read to its limits",
        arguments: [
            "a=", "a=\r\n", "\0", "\0\n", "\r", "\n", " ", "=", ":", "a=:", "m=", "é", "v=0\r\n", "a=x: :", "o=- 1 1 ",
        ])
    func megabytes(piece: String) throws {
        let text =
            sdpSession + "m=audio 1 RTP/AVP 0\r\n" + String(repeating: piece, count: (1 << 20) / piece.utf8.count)
        let description = try read(text)
        #expect(description.media.first?.port == 1)
        #expect(description.anomalies.count <= Self.limits.anomalies)
        let end = 3 + text.utf8.count
        #expect(description.anomalies.allSatisfy { $0.range.range.lowerBound >= 3 && $0.range.range.upperBound <= end })
    }

    @Test("No bytes, and bytes outside of the span")
    func nothing() {
        let bytes: [UInt8] = Array("v=0".utf8)
        #expect(SessionDescription(bytes.span, .empty) == nil)
        #expect(SessionDescription(bytes.span, ByteRange(start: 1, count: 3)) == nil)
        #expect(SessionDescription(bytes.span, ByteRange(start: .max, count: .max)) == nil)
    }

    @Test("Lines of any one byte or two are read safely, alone and behind a whole description")
    func shortLines() {
        for first in UInt8.min...UInt8.max {
            for second in [nil, 0, 10, 13, 32, 58, 61, 255] as [UInt8?] {
                let line = [first] + (second.map { [$0] } ?? [])
                let alone = SessionDescription(line.span, ByteRange(0..<line.count))
                #expect((alone != nil) == (line == Array("v=".utf8)))
                let bytes = Array(sdpSession.utf8) + line
                #expect(SessionDescription(bytes.span, ByteRange(0..<bytes.count))?.name == "-")
            }
        }
    }
}
