import CAllocationCount
import SIPParsing

/// Parses messages over and over: start line, index of all header fields, and the values that tracking needs.
struct ParseBenchmark {
    /// What was measured.
    struct Result {
        /// Messages parsed per second in the fastest round.
        var messagesPerSecond: Double
        /// Blocks of memory asked for in that round, by message.
        var allocationsPerMessage: Double
    }

    /// Rounds measured; the first pass before them brings the parser's storage to its size.
    var rounds = 7
    /// Messages of one round at least.
    var roundMessages = 400_000
    /// Whether each message is inspected as well.
    var inspects = false

    /// Measures; nil where a message was not taken for one.
    func run(_ corpus: Corpus) -> Result? {
        var parser = MessageParser()
        var inspector = MessageInspector()
        guard pass(corpus, &parser, &inspector) > 0 else { return nil }
        let passes = max(1, roundMessages / corpus.messages.count)
        let count = Double(passes * corpus.messages.count)
        var best: Result?
        for _ in 0..<rounds {
            let clock = ContinuousClock()
            let allocations = allocation_count()
            let start = clock.now
            var checksum: UInt64 = 0
            for _ in 0..<passes { checksum &+= pass(corpus, &parser, &inspector) }
            let seconds = (clock.now - start) / .seconds(1)
            guard checksum > 0 else { return nil }
            let result = Result(
                messagesPerSecond: count / seconds,
                allocationsPerMessage: Double(allocation_count() - allocations) / count)
            if result.messagesPerSecond > best?.messagesPerSecond ?? 0 { best = result }
        }
        return best
    }

    /// Parses each message once; a sum over what was read, so that none of it is work for nothing. Zero when one failed.
    private func pass(
        _ corpus: Corpus, _ parser: inout MessageParser, _ inspector: inout MessageInspector
    ) -> UInt64 {
        let bytes = corpus.bytes.span
        var sum: UInt64 = 1
        for range in corpus.messages {
            guard case .message = parser.parse(bytes.extracting(range)) else { return 0 }
            if inspects { parser.inspect(bytes.extracting(range), with: &inspector) }
            sum &+= Self.checksum(parser)
        }
        return sum
    }

    private static func checksum(_ parser: MessageParser) -> UInt64 {
        let values = UInt64(parser.message.callID?.start ?? 0) &+ UInt64(parser.message.fromTag?.count ?? 0)
        let more = UInt64(parser.message.toTag?.count ?? 0) &+ UInt64(parser.message.branch?.start ?? 0)
        let numbers = UInt64(parser.message.cseqNumber ?? 0) &+ UInt64(parser.message.contentLength ?? 0)
        return values &+ more &+ numbers &+ UInt64(parser.message.fields.count)
    }
}
