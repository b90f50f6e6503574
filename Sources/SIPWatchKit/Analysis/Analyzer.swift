import PacketDecoding
import SIPDialogs
import SIPFindings
import SIPParsing
import SIPReporting
import TraceTypes

/// Frames in, judged exchanges out: the whole pipeline from the link layer to the findings.
///
/// It has no clock and reads no files. Frames are fed in the order of their times; ``finish()`` ends the capture; live,
/// ``idle(at:)`` lets time pass when there are no frames.
public struct Analyzer {
    /// A message that has just been placed, for a live display.
    public struct Step {
        /// The exchange, as it is with the message.
        public let exchange: Exchange
        /// The message.
        public let message: MessageIndex
    }

    /// Called for each exchange when it is over, with its findings.
    public var onFinished: ((Exchange, [Finding]) -> Void)?
    /// Called for each message that was placed; costly, for live displays only.
    public var onMessage: ((Step) -> Void)?
    /// Called for an open exchange when one of its deadlines has passed, and after each message when `onMessage` is set.
    public var onDue: ((Exchange, [Finding]) -> Void)?
    /// Frames that the kernel lost so far; while there are none, silence is evidence.
    public var droppedFrames: UInt64 = 0

    private let options: AnalysisOptions
    private var decoder = PacketDecoder()
    private var parser: MessageParser
    private var tracker: Tracker
    private var framers: [Int: StreamFramer] = [:]
    private var report: Report
    private var keptWithFindings = 0
    private var keptFailures = 0
    /// Frames of each input that could not be read, by reason.
    private(set) var undecodedByInput: [Int: [String: Int]] = [:]

    /// Makes an analyzer.
    public init(options: AnalysisOptions = AnalysisOptions()) {
        self.options = options
        parser = MessageParser(limits: options.parsing)
        tracker = Tracker(timers: options.timers, limits: options.tracking)
        report = Report(timers: options.timers, catalog: options.catalog)
    }

    /// How many SIP messages there were so far.
    public var messageCount: Int { report.counts.total }
    /// How many frames there were so far.
    public var frameCount: UInt64 { report.account.frames }

    /// Takes in a frame.
    public mutating func feed(_ frame: FrameHeader, _ bytes: Span<UInt8>) {
        report.account.frames += 1
        tracker.advance(to: frame.time)
        let result = decoder.decode(frame, bytes)
        if case .undecoded(let reason) = result {
            undecodedByInput[frame.input, default: [:]][reason.name, default: 0] += 1
        }
        while let released = decoder.takeReleased() { _ = take(released, bytes) }
        count(take(result, bytes))
        settle()
    }

    /// Lets time pass without a frame.
    public mutating func idle(at time: Timestamp) {
        decoder.advance(to: time)
        tracker.advance(to: time)
        settle()
    }

    /// Ends the capture and hands over the report; inputs and losses are for the caller to add, who knows the source.
    public mutating func finish() -> Report {
        decoder.finish()
        while let released = decoder.takeReleased() { _ = take(released, Span()) }
        for stream in Array(framers.keys) { close(stream) }
        tracker.finish()
        settle()
        report.exchanges.sort { $0.summary.id < $1.summary.id }
        let account = decoder.account
        report.account.undecodedFrames = account.undecoded.named
        report.account.incompleteFrames = account.held.named
        report.account.otherFrames.merge(account.other.named) { $0 + $1 }
        report.account.messagesWithoutCallID = tracker.messagesWithoutCallID
        report.account.evictedExchanges = tracker.evictedExchanges
        report.account.droppedFrames = droppedFrames
        return report
    }

    /// What a frame's payload turned out to be, for the account.
    private enum Content {
        case sip, keepAlive
        case other(String)
        /// The decoder counts it.
        case counted
    }

    private mutating func count(_ content: Content) {
        switch content {
        case .sip: report.account.sipFrames += 1
        case .keepAlive: report.account.otherFrames["keep-alive", default: 0] += 1
        case .other(let name): report.account.otherFrames[name, default: 0] += 1
        case .counted: break
        }
    }

    private mutating func take(_ result: DecodeResult, _ bytes: Span<UInt8>) -> Content {
        switch result {
        case .datagram(let header, let range): takeDatagram(header, bytes.extracting(range))
        case .reassembledDatagram(let header, let whole): takeDatagram(header, whole.span)
        case .stream(let chunk, let range): takeStream(chunk, bytes.extracting(range))
        case .reassembledStream(let chunk, let whole): takeStream(chunk, whole.span)
        case .held, .other, .undecoded: .counted
        }
    }

    private mutating func takeDatagram(_ header: PayloadHeader, _ bytes: Span<UInt8>) -> Content {
        switch parser.parse(bytes) {
        case .keepAlive:
            report.counts.keepAlives += 1
            return .keepAlive
        case .notSIP: return .other("udp")
        case .message:
            guard parser.message.isPlausible else { return .other("udp") }
            takeMessage(header, bytes)
            return .sip
        }
    }

    private mutating func takeStream(_ chunk: StreamChunk, _ bytes: Span<UInt8>) -> Content {
        let stream = chunk.stream.rawValue
        if framers[stream] == nil { framers[stream] = StreamFramer(limits: options.parsing) }
        if chunk.followsGap { framers[stream]?.markGap() }
        framers[stream]?.append(bytes)
        let found = takeFramed(stream, chunk.header)
        let isSIP = found || framers[stream]?.verdict == .sip
        if chunk.ends { close(stream, chunk.header) }
        return isSIP ? .sip : .other("tcp")
    }

    private mutating func takeFramed(_ stream: Int, _ header: PayloadHeader) -> Bool {
        var found = false
        while let framed = framers[stream]?.next() {
            guard case .message = parser.parse(framed.bytes.span), parser.message.isPlausible else { continue }
            found = true
            var header = header
            header.isTruncated = header.isTruncated || !framed.isComplete
            takeMessage(header, framed.bytes.span)
        }
        return found
    }

    /// Ends a stream: what its framer still holds is handed out as it is.
    private mutating func close(_ stream: Int, _ header: PayloadHeader? = nil) {
        if let header {
            framers[stream]?.markGap()
            _ = takeFramed(stream, header)
        }
        guard let framer = framers.removeValue(forKey: stream) else { return }
        report.account.oversizeMessages += framer.oversizeMessages
        if framer.verdict == .sip { report.account.skippedStreamBytes += framer.skippedBytes }
    }

    private mutating func takeMessage(_ header: PayloadHeader, _ bytes: Span<UInt8>) {
        let placement = tracker.feed(parser.message, bytes, header)
        report.counts.count(parser.message, bytes, isTruncated: header.isTruncated, flags: placement?.flags)
        if header.isTruncated { report.account.truncatedMessages += 1 }
        guard let onMessage, let placement, let message = placement.message,
            let exchange = tracker.exchange(in: placement.slot)
        else { return }
        onMessage(Step(exchange: exchange, message: message))
        if let onDue { onDue(exchange, Rule.findings(in: exchange, context)) }
    }

    /// Judges what is over, and what has come to a deadline.
    private mutating func settle() {
        if !tracker.due.isEmpty { settleDue() }
        guard !tracker.finished.isEmpty else { return }
        let context = context
        for exchange in tracker.finished {
            let findings = Rule.findings(in: exchange, context)
            onFinished?(exchange, findings)
            keep(exchange, findings)
        }
        tracker.finished.removeAll(keepingCapacity: true)
    }

    private mutating func settleDue() {
        if let onDue {
            let context = context
            for slot in tracker.due {
                if let exchange = tracker.exchange(in: slot) { onDue(exchange, Rule.findings(in: exchange, context)) }
            }
        }
        tracker.due.removeAll(keepingCapacity: true)
    }

    private var context: RuleContext {
        RuleContext(
            timers: options.timers, directions: tracker.directions,
            hasLoss: droppedFrames > 0 || decoder.account.events[.streamGap] > 0, catalog: options.catalog)
    }

    private mutating func keep(_ exchange: Exchange, _ findings: [Finding]) {
        if case .none = options.retention { return }
        var judged = JudgedExchange(exchange, findings, options.timers)
        let isCall = exchange.kind == .call
        if !isCall { report.otherExchanges[judged.summary.countedAs, default: 0] += 1 }
        let isKept = isKept(judged, exchange)
        guard isCall || isKept || !findings.isEmpty else { return }
        if isKept { judged.exchange = exchange }
        report.exchanges.append(judged)
    }

    /// Whether the report has a use for the messages. Calls with findings, and calls that failed without, do not take
    /// each other's room.
    private mutating func isKept(_ judged: JudgedExchange, _ exchange: Exchange) -> Bool {
        switch options.retention {
        case .all: return true
        case .none: return false
        case .matching(let matches):
            return matches(exchange.id, exchange.legs.map { exchange.string($0.callID) })
        case .told(let limit):
            guard judged.isTold else { return false }
            let hasFindings = !judged.findings.isEmpty
            let count = hasFindings ? keptWithFindings : keptFailures
            guard count < limit else { return false }
            if hasFindings { keptWithFindings += 1 } else { keptFailures += 1 }
            return true
        }
    }
}
