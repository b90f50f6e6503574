import CAllocationCount
import PacketCapture
import PacketDecoding
import TraceTypes

/// Reads a capture and decodes its frames as far as the payloads that are searched for SIP.
struct CaptureBenchmark {
    /// What was measured.
    struct Result {
        /// Frames of the capture.
        var frames = 0
        /// Payloads handed on: datagrams, and pieces of streams.
        var payloads = 0
        /// Seconds of the fastest round.
        var seconds = Double.infinity
        /// Blocks of memory asked for in that round, by frame.
        var allocationsPerFrame = 0.0
    }

    /// Rounds measured.
    var rounds = 3

    /// Measures.
    func run(_ file: String) throws(CaptureError) -> Result {
        var best = Result()
        for _ in 0..<rounds {
            var result = Result()
            let clock = ContinuousClock()
            let allocations = allocation_count()
            let start = clock.now
            try pass(file, &result)
            result.seconds = (clock.now - start) / .seconds(1)
            result.allocationsPerFrame = Double(allocation_count() - allocations) / Double(max(1, result.frames))
            if result.seconds < best.seconds { best = result }
        }
        return best
    }

    private func pass(_ file: String, _ result: inout Result) throws(CaptureError) {
        var source = try CaptureSource(files: [file], filter: nil)
        var decoder = PacketDecoder()
        while true {
            let step = try source.next { frame, bytes in
                result.frames &+= 1
                result.payloads &+= Self.payloads(decoder.decode(frame, bytes))
                while let released = decoder.takeReleased() { result.payloads &+= Self.payloads(released) }
            }
            if case .end = step { return }
        }
    }

    private static func payloads(_ result: DecodeResult) -> Int {
        switch result {
        case .datagram, .reassembledDatagram, .stream, .reassembledStream: 1
        case .held, .other, .undecoded: 0
        }
    }
}
