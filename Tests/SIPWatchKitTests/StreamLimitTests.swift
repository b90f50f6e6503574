import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@testable import SIPWatchKit

@Suite("Streams keep no more than they may, and what is given up is counted")
struct StreamLimitTests {
    private static let head =
        "INVITE sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/TCP a;branch=z9hG4bK1\r\nContent-Length: 99999"
        + "\r\nCall-ID: 1\r\nCSeq: 1 INVITE\r\nFrom: <sip:a@a>;tag=1\r\nTo: <sip:b@b>\r\n\r\n"

    private func stream(_ port: UInt16) -> Segments {
        var stream = Segments(bytes: Array(Self.head.utf8) + [UInt8](repeating: 0x78, count: 1_000))
        stream.source.port = port
        return stream
    }

    @Test func bytesOfAllStreams() {
        var extraction = Extraction()
        extraction.extractor.streamLimit = 10_000
        for port in 1...20 as ClosedRange<UInt16> {
            for frame in stream(port).cut(every: 500) { extraction.feed(frame) }
            #expect(extraction.extractor.pendingBytes <= 10_000)
        }
        let evicted = extraction.account.reassembly["stream-buffer-evicted"] ?? 0
        #expect(evicted > 10)
        #expect(extraction.found.count >= 10)
        #expect(extraction.found.allSatisfy { $0.header.isTruncated })
        extraction.finish()
        #expect(extraction.extractor.pendingBytes == 0)
        #expect(extraction.found.count == 20)
        #expect(extraction.counted == 60)
    }

    @Test func withinTheLimitNothingIsGivenUp() {
        var extraction = Extraction()
        for port in 1...20 as ClosedRange<UInt16> {
            for frame in stream(port).cut(every: 500) { extraction.feed(frame) }
        }
        #expect(extraction.found.isEmpty)
        #expect(extraction.account.reassembly.isEmpty)
    }
}
