import PacketCapture
import PacketDecoding
import SIPParsing
import TraceTypes

/// The SIP messages of some captures, one behind the other in memory.
struct Corpus {
    /// All bytes.
    private(set) var bytes: [UInt8] = []
    /// Where each message stands in them.
    private(set) var messages: [Range<Int>] = []

    /// Reads captures; messages over TCP are left out, whose framing is not what is measured.
    init(files: [String]) throws(CaptureError) {
        var parser = MessageParser()
        for file in files {
            var source = try CaptureSource(files: [file], filter: nil)
            var decoder = PacketDecoder()
            reading: while true {
                let step = try source.next { frame, bytes in
                    guard case .datagram(_, let range) = decoder.decode(frame, bytes) else { return }
                    let payload = bytes.extracting(range)
                    if case .message = parser.parse(payload) { add(payload) }
                }
                if case .end = step { break reading }
            }
        }
    }

    private mutating func add(_ payload: Span<UInt8>) {
        let start = bytes.count
        for offset in 0..<payload.count { bytes.append(payload[offset]) }
        messages.append(start..<bytes.count)
    }
}
