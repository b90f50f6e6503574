import Foundation
import PacketCapture
import SIPReporting
import TraceTypes

/// The analyzing side of a live capture: frames from the queue into the analyzer and the file, and news to the user.
struct WatchSession {
    /// How long to wait for frames before looking at other things, in milliseconds.
    private static let wait = 100

    private let capture: DeviceCapture
    private let saver: CaptureSaver?
    private let options: WatchOptions
    private let handlers: WatchHandlers
    private var board: NoticeBoard
    private var inputs: [CaptureAccount.Input]
    private var status: CaptureStatus
    private var began = Timestamp(nanoseconds: 0)
    /// When the end was asked for; frames captured before are still taken in.
    private var stopped: Timestamp?

    init(
        _ capture: DeviceCapture, _ saver: CaptureSaver?, _ options: WatchOptions, _ handlers: WatchHandlers,
        bufferSize: Int32
    ) {
        self.capture = capture
        self.saver = saver
        self.options = options
        self.handlers = handlers
        board = NoticeBoard(capture.interfaces, bufferSize: bufferSize)
        inputs = capture.interfaces.map { interface in
            var input = CaptureAccount.Input(
                name: interface.name ?? "", frames: 0, firstTime: nil, lastTime: nil, cut: nil)
            input.interfaces = [input.name]
            return input
        }
        status = CaptureStatus(devices: capture.interfaces.count)
        saver?.add(capture.interfaces)
        saver?.update(status.kernel)
        saver?.pass(to: handlers.now())
    }

    /// Starts the thread that captures.
    mutating func start() {
        began = handlers.now()
        Thread.detachNewThread { [capture, now = handlers.now] in capture.run(now: now) }
    }

    /// Takes in what comes next; false at the end.
    mutating func step(_ analyzer: inout Analyzer) -> Bool {
        answerRequests(analyzer)
        let delivery = capture.queue.receive(within: Self.wait)
        look(&analyzer)
        switch delivery {
        case .frames(let block):
            take(block, &analyzer)
            capture.queue.giveBack(block)
        case .quiet(let time):
            idle(&analyzer, at: time)
            saver?.pass(to: time)
        case .nothing: break
        case .end: return false
        }
        return true
    }

    /// Ends the file, and sums up.
    mutating func finish(_ analyzer: inout Analyzer) -> WatchResult {
        look(&analyzer)
        if let stopped, !hasFailed, !isFull(analyzer) { idle(&analyzer, at: stopped) }
        saver?.finish()
        tellProblem()
        var report = analyzer.finish()
        complete(&report, analyzer.extractor)
        return WatchResult(
            report: report,
            hasTrouble: status.failures.allSatisfy { $0 != nil } || saver?.isIncomplete == true)
    }

    /// Lets time pass, unless the frames have their times from a clock that is not the wall's.
    private func idle(_ analyzer: inout Analyzer, at time: Timestamp) {
        if options.timestampSource?.hasPrefix("host") ?? true { analyzer.idle(at: time) }
    }

    private var hasFailed: Bool { status.failures.contains { $0 != nil } || status.areDown.contains(true) }

    private func isFull(_ analyzer: Analyzer) -> Bool {
        options.count.map { analyzer.frameCount >= $0 } ?? false
    }

    private mutating func take(_ block: FrameBlock, _ analyzer: inout Analyzer) {
        for index in 0..<block.count where !isFull(analyzer) {
            block.withFrame(index) { header, bytes in
                inputs[header.input].count(header.time)
                saver?.save(header, bytes)
                analyzer.feed(header, bytes)
            }
        }
        if isFull(analyzer) { stop() }
    }

    private mutating func answerRequests(_ analyzer: Analyzer) {
        let requests = handlers.requests()
        let isOver = options.duration.map { handlers.now() - began >= $0 } ?? false
        if requests.contains(.stop) || isOver { stop() }
        if requests.contains(.reopen) { reopen() }
        if requests.contains(.account) {
            var report = analyzer.accountSoFar()
            complete(&report, analyzer.extractor)
            handlers.onAccount(report)
        }
    }

    private mutating func stop() {
        guard stopped == nil else { return }
        stopped = handlers.now()
        capture.stop()
    }

    private func reopen() {
        handlers.flush()
        if let problem = handlers.reportFile?.reopen() { handlers.onNotice(WatchNotice(problem.description)) }
        saver?.reopen(at: handlers.now())
        tellProblem()
    }

    /// Looks at what is known beside the frames, and tells what is new of it.
    private mutating func look(_ analyzer: inout Analyzer) {
        status = capture.queue.status
        saver?.update(status.kernel, droppedHere: status.droppedHere)
        let lost = status.kernel.reduce(0) { $0 + $1.dropped + $1.droppedByInterface }
        analyzer.note(droppedSoFar: lost + status.droppedHere.reduce(0, +))
        if hasFailed { analyzer.isBlind = true }
        for notice in board.news(status, at: handlers.now()) { handlers.onNotice(notice) }
        tellProblem()
    }

    private func tellProblem() {
        if let problem = saver?.takeProblem() { handlers.onNotice(WatchNotice(problem.description)) }
    }

    /// Adds what only the source knows.
    private func complete(_ report: inout Report, _ extractor: MessageExtractor) {
        report.account.inputs = extractor.account(of: inputs)
        for index in report.account.inputs.indices {
            report.account.inputs[index].droppedFrames = status.kernel[index].dropped
        }
        report.account.droppedFrames = status.kernel.reduce(0) { $0 + $1.dropped }
        report.account.droppedByInterface = status.kernel.reduce(0) { $0 + $1.droppedByInterface }
        report.account.droppedByProgram = status.droppedHere.reduce(0, +)
    }
}

extension CaptureAccount.Input {
    /// Counts a frame.
    fileprivate mutating func count(_ time: Timestamp) {
        frames += 1
        firstTime = min(firstTime ?? time, time)
        lastTime = max(lastTime ?? time, time)
    }
}
