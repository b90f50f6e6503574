/// A stream of SIP exchanges, interleaved in time, as the bytes of a pcap file.
///
/// Exchanges start as a Poisson process. Each open one has exactly one step in the event queue, so memory follows the
/// number of open exchanges and not the length of the trace.
public struct SyntheticTrace: ~Copyable {
    /// Bytes are handed over in pieces of about this size.
    static let chunkSize = 1 << 20

    private let options: GeneratorOptions
    private let kinds: [ExchangeKind]
    private let closingKind: Int?
    private let weights: [UInt64]
    private let totalWeight: UInt64
    private var counts: [Int]
    private var examples: [String]
    private var random: SeededRandom
    private var messageWriter: MessageWriter
    private var frames: FrameWriter
    private var media = MediaWriter()
    private var queue = EventQueue()
    private var open: [Exchange] = []
    private var freeSlots: [Int] = []
    private var serial: UInt64 = 0
    private var messagesStarted: UInt64 = 0
    private var lastTime: Int64
    private var endsInSilence = false

    /// A trace with these options; nothing is made yet.
    public init(_ options: GeneratorOptions) {
        self.options = options
        var kinds = options.kinds
        let ping = kinds.firstIndex { $0.name == ExchangeKind.pingName }
        if ping == nil { kinds += ExchangeKind.otherRequests.filter { $0.name == ExchangeKind.pingName } }
        closingKind = ping ?? (kinds.count > options.kinds.count ? kinds.count - 1 : nil)
        self.kinds = kinds
        weights = options.kinds.map { UInt64(max($0.weight, 1)) }
        totalWeight = weights.reduce(0, +)
        counts = kinds.map { _ in 0 }
        examples = kinds.map { _ in "" }
        random = SeededRandom(seed: options.seed)
        messageWriter = MessageWriter(seed: options.seed)
        frames = FrameWriter(seed: options.seed, capacity: Self.chunkSize + 4096)
        lastTime = options.startTime &* 1_000_000
    }

    /// Makes the trace, hands its bytes to `sink` piece by piece, and says what was in it.
    public consuming func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure)
        -> GroundTruth
    {
        frames.appendFileHeader()
        var nextStart = lastTime
        while true {
            let isStarting = messagesStarted < options.messages && !weights.isEmpty
            if isStarting, nextStart <= queue.first?.time ?? .max {
                start(chooseKind(), at: nextStart)
                nextStart += Int64(random.exponential(mean: 1e6 / options.rate)) + 1
            } else if let event = queue.removeFirst() {
                run(event)
                if frames.output.count >= Self.chunkSize { try flush(to: sink) }
            } else if endsInSilence, let closingKind {
                start(closingKind, at: lastTime)
            } else {
                break
            }
        }
        try flush(to: sink)
        return truth()
    }

    private mutating func flush<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        try sink(frames.output)
        frames.removeOutput()
    }

    private mutating func chooseKind() -> Int {
        var remaining = random.below(totalWeight)
        for (index, weight) in weights.enumerated() {
            if remaining < weight { return index }
            remaining -= weight
        }
        return 0
    }

    private mutating func start(_ kind: Int, at time: Int64) {
        let exchange = Exchange(
            kind: kind, serial: serial, needs: kinds[kind].needs, options: options, random: &random)
        if counts[kind] == 0 { examples[kind] = messageWriter.callID(of: exchange, kinds[kind]) }
        counts[kind] += 1
        serial += 1
        messagesStarted += UInt64(kinds[kind].messageCount)
        if let slot = freeSlots.popLast() {
            open[slot] = exchange
            schedule(slot, after: time)
        } else {
            open.append(exchange)
            schedule(open.count - 1, after: time)
        }
    }

    /// Puts the exchange's next step into the queue, or frees its slot after the last.
    private mutating func schedule(_ slot: Int, after time: Int64) {
        let steps = kinds[open[slot].kind].steps
        guard open[slot].step < steps.count else { return freeSlots.append(slot) }
        queue.add(slot: slot, at: time + steps[open[slot].step].delay.microseconds(from: &random))
    }

    private mutating func run(_ event: EventQueue.Event) {
        let exchange = open[event.slot]
        let time = max(event.time, lastTime + 1)
        lastTime = time
        let message = kinds[exchange.kind].steps[exchange.step].message
        endsInSilence = message == nil
        if let message {
            messageWriter.write(message, of: exchange)
            frames.append(
                messageWriter.bytes, from: exchange.host(message.sender), to: exchange.host(message.receiver),
                isV6: exchange.isV6, isTCP: exchange.isTCP, at: time)
            writeMedia(of: exchange, message)
        }
        open[event.slot].step += 1
        schedule(event.slot, after: event.time)
    }

    /// Writes the RTP packets that follow a message, both ways in turn.
    private mutating func writeMedia(of exchange: Exchange, _ message: MessagePlan) {
        let hosts = [exchange.host(message.sender), exchange.host(message.receiver)]
        for index in 0..<Int(options.mediaPerMessage) {
            lastTime += 1
            let (from, to) = (hosts[index % 2], hosts[(index + 1) % 2])
            media.writeNext(from: from, to: to)
            frames.append(media.bytes, from: from, to: to, isV6: exchange.isV6, port: MediaWriter.port, at: lastTime)
        }
    }

    private borrowing func truth() -> GroundTruth {
        var truth = GroundTruth()
        truth.seed = options.seed
        for (index, kind) in kinds.enumerated() { truth.add(counts[index], of: kind, example: examples[index]) }
        return truth
    }
}
