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

    /// Called for each exchange when it is over, with its findings; like the others, not for one that the filter leaves
    /// out.
    public var onFinished: ((Exchange, [Finding]) -> Void)?
    /// Called for each message that was placed; costly, for live displays only.
    public var onMessage: ((Step) -> Void)?
    /// Called for an open exchange when one of its deadlines has passed, and after each message when `onMessage` is set.
    public var onDue: ((Exchange, [Finding]) -> Void)?
    /// Called for each message with its bytes, before it is placed.
    var onBytes: ((Message, Span<UInt8>, PayloadHeader) -> Void)?
    /// Frames that were lost at some time of the capture; while there are none, silence is evidence.
    private(set) var droppedFrames: UInt64 = 0
    /// Whether a part of the traffic was out of sight for another reason, such as a device that failed.
    var isBlind = false
    /// Frames that are known to be lost since the capture began, each time it was asked.
    private var droppedSoFar: UInt64 = 0

    let options: AnalysisOptions
    private(set) var extractor: MessageExtractor
    private var batch = MessageBatch()
    /// The message that is being taken in.
    private var message = Message()
    private var tracker: Tracker
    private var counts = MessageCounts()
    private var judge: Judge
    /// Judges on another thread, when nobody wants to hear of each exchange.
    private let worker: JudgeWorker?
    /// Which open exchanges have been shown, where a filter decides that.
    private var sighting: LiveFilter?
    /// Messages whose exchanges are read ahead together.
    private static let warmed = 32

    /// Makes an analyzer.
    public init(options: AnalysisOptions = AnalysisOptions()) {
        self.init(options: options, worker: nil)
    }

    init(options: AnalysisOptions, worker: JudgeWorker?) {
        self.options = options
        self.worker = worker
        tracker = Tracker(
            timers: options.timers, limits: options.tracking, relatingHeaders: options.relatingHeaders)
        extractor = MessageExtractor(limits: options.parsing, seed: tracker.seed)
        judge = Judge(options)
        sighting = options.filter.map { LiveFilter($0, options.timers) }
    }

    /// What an extractor for this analyzer makes keys with.
    var seed: UInt64 { tracker.seed }
    /// How many SIP messages there were so far.
    public var messageCount: Int { counts.total }
    /// How many frames there were so far.
    public var frameCount: UInt64 { extractor.account.frames }

    /// Takes note of how many frames the kernel, the device or this program have lost by now: of exchanges that are open
    /// nothing can be said never to have happened.
    public mutating func note(droppedSoFar count: UInt64) {
        if count > droppedSoFar { tracker.noteLoss() }
        droppedSoFar = max(droppedSoFar, count)
    }

    /// Takes in a frame.
    public mutating func feed(_ frame: FrameHeader, _ bytes: Span<UInt8>) {
        var batch = MessageBatch()
        swap(&batch, &self.batch)
        extractor.feed(frame, bytes, into: &batch)
        take(&batch)
        batch.removeAll()
        swap(&batch, &self.batch)
    }

    /// Lets time pass without a frame.
    public mutating func idle(at time: Timestamp) {
        var batch = MessageBatch()
        swap(&batch, &self.batch)
        extractor.idle(at: time, into: &batch)
        take(&batch)
        batch.removeAll()
        swap(&batch, &self.batch)
        tracker.advance(to: time + extractor.clockOffset)
        settle()
    }

    /// Ends the capture and hands over the report; inputs and losses are for the caller to add, who knows the source.
    public mutating func finish() -> Report {
        extractor.finish(into: &batch)
        return finish(extractor, batch)
    }

    /// Ends the capture with what an extractor, this analyzer's or another, had left.
    mutating func finish(_ extractor: MessageExtractor, _ rest: MessageBatch) -> Report {
        var rest = rest
        take(&rest)
        tracker.finish()
        settle(isEnd: true)
        if let worker { judge = worker.finish() }
        judge.sort()
        var report = report(of: extractor)
        report.exchanges = judge.exchanges
        report.otherExchanges = judge.otherExchanges
        report.totals = judge.totals
        report.lists = judge.lists
        report.figures = judge.figures
        return report
    }

    /// A report with the account and the counts alone; the account is the extractor's.
    func report(of extractor: MessageExtractor) -> Report {
        var report = Report(timers: options.timers, catalog: options.catalog)
        report.account = extractor.account
        report.account.messagesWithoutCallID = tracker.messagesWithoutCallID
        report.account.evictedExchanges = tracker.evictedExchanges
        report.account.droppedFrames = max(droppedFrames, droppedSoFar)
        report.counts = counts
        report.counts.keepAlives = extractor.keepAlives
        report.filter = judge.tally
        return report
    }

    /// Takes in a batch: each frame's messages at the frame's time, and time as all frames tell it.
    mutating func take(_ batch: inout MessageBatch) {
        droppedFrames = max(droppedFrames, batch.droppedFrames)
        var next = 0
        for frame in batch.frames {
            tracker.advance(to: frame.time)
            if batch.hasLoss { tracker.noteLoss() }
            while next < frame.messagesEnd {
                takeMessage(next, of: &batch)
                next += 1
            }
            settle()
        }
        if batch.hasLoss { tracker.noteLoss() }
        while next < batch.messageCount {
            takeMessage(next, of: &batch)
            next += 1
        }
    }

    private mutating func takeMessage(_ index: Int, of batch: inout MessageBatch) {
        if index.isMultiple(of: Self.warmed) { tracker.warm(batch.keys(from: index, count: Self.warmed)) }
        batch.exchangeMessage(index, with: &message)
        let placement = batch.withPayload(index) { bytes, header, keys in
            onBytes?(message, bytes, header)
            let placement = tracker.feed(message, bytes, header, keys)
            counts.count(message, bytes, header, flags: placement?.flags)
            return placement
        }
        batch.exchangeMessage(index, with: &message)
        guard let onMessage, let placement, let index = placement.message,
            let exchange = tracker.exchange(in: placement.slot)
        else { return }
        let findings = onDue == nil && sighting == nil ? [] : Rule.findings(in: exchange, context)
        guard sighting?.admits(exchange, findings) ?? true else { return }
        onMessage(Step(exchange: exchange, message: index))
        onDue?(exchange, findings)
    }

    /// Judges what is over, and what has come to a deadline.
    private mutating func settle(isEnd: Bool = false) {
        if !tracker.due.isEmpty { settleDue() }
        let enough = worker != nil && !isEnd ? JudgeWorker.batch : 1
        guard tracker.finished.count >= enough else { return }
        if let worker {
            worker.submit(tracker.finished, context)
            tracker.finished = []
            tracker.reuse(worker.takeJudged())
            return
        }
        let context = context
        for exchange in tracker.finished {
            let findings = Rule.findings(in: exchange, context)
            let wasShown = sighting?.forget(exchange) ?? false
            guard judge.admits(exchange, findings, wasShown: wasShown) else { continue }
            onFinished?(exchange, findings)
            judge.keep(exchange, findings)
        }
        tracker.reuse(tracker.finished)
        tracker.finished.removeAll(keepingCapacity: true)
    }

    private mutating func settleDue() {
        if let onDue {
            let context = context
            for slot in tracker.due {
                guard let exchange = tracker.exchange(in: slot) else { continue }
                let findings = Rule.findings(in: exchange, context)
                if sighting?.admits(exchange, findings) ?? true { onDue(exchange, findings) }
            }
        }
        tracker.due.removeAll(keepingCapacity: true)
    }

    private var context: RuleContext {
        RuleContext(
            timers: options.timers, directions: tracker.directions,
            hasLoss: droppedFrames > 0 || isBlind, captureStart: tracker.startTime,
            catalog: options.catalog, selection: options.selection)
    }
}
