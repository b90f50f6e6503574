import Testing

@testable import TraceGeneration

/// A trace as bytes, with the truth that came with it.
struct WrittenTrace {
    let bytes: [UInt8]
    let truth: GroundTruth

    init(
        kinds: String = "all", messages: UInt64 = 200, seed: UInt64 = 1, rate: Double = 200, ipv6Share: Double = 0.3,
        tcpShare: Double = 0.3
    ) throws {
        var options = GeneratorOptions()
        try options.set("--kinds", to: kinds)
        options.messages = messages
        options.seed = seed
        options.rate = rate
        options.ipv6Share = ipv6Share
        options.tcpShare = tcpShare
        self.init(options)
    }

    init(_ options: GeneratorOptions) {
        var bytes: [UInt8] = []
        truth = SyntheticTrace(options).write { bytes += $0 }
        self.bytes = bytes
    }

    /// The frames of the file; throws where a length in it is wrong.
    func frames() throws -> [WrittenFrame] {
        var reader = ByteReader(bytes)
        #expect(try (0..<6).map { _ in try reader.little32() } == [0xA1B2_C3D4, 0x0004_0002, 0, 0, 262_144, 1])
        var frames: [WrittenFrame] = []
        while !reader.isAtEnd {
            let seconds = Int64(try reader.little32())
            let time = seconds * 1_000_000 + Int64(try reader.little32())
            let length = Int(try reader.little32())
            try #require(try reader.little32() == UInt32(length))
            frames.append(try WrittenFrame(time: time, bytes: try reader.take(length)))
        }
        return frames
    }
}
