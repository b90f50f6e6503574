import PacketCapture
import SIPDialogs
import SIPFindings
import SIPReporting
import TraceTypes

/// Analyzing saved captures.
extension Analyzer {
    /// Reads capture files, merged by time, to their ends; `-` is standard input.
    ///
    /// `filter` is a BPF expression that frames have to match. `shouldStop` ends the wait for a pipe. With `limit`,
    /// reading stops after so many frames of all files together. `save` says where to save what was read. `progress` is
    /// called now and then with the number of frames read, and `onNotice` with what went wrong while saving. Reading
    /// and parsing run on a thread of their own, and so does judging where nobody wants to hear of each exchange.
    /// Throws one line that says what is wrong and what to do when a file cannot be read at all, or the one to save to
    /// not be opened; a file that breaks off is reported as far as it goes, and the account says where.
    public static func analyze(
        files: [String], filter: String? = nil, shouldStop: (@Sendable () -> Bool)? = nil, limit: UInt64? = nil,
        options: AnalysisOptions = AnalysisOptions(), save: SaveOptions? = nil,
        onFinished: ((Exchange, [Finding]) -> Void)? = nil, progress: ((UInt64) -> Void)? = nil,
        onNotice: ((WatchNotice) -> Void)? = nil
    ) throws(AnalysisError) -> Report {
        var analyzer = Analyzer(options: options, worker: onFinished == nil ? JudgeWorker(options) : nil)
        analyzer.onFinished = onFinished
        return try analyzer.analyze(files, filter, shouldStop, limit, save, progress, onNotice)
    }

    /// The same with an analyzer whose options and handlers are set.
    mutating func analyze(
        _ files: [String], _ filter: String?, _ shouldStop: (@Sendable () -> Bool)?, _ limit: UInt64?,
        _ save: SaveOptions? = nil, _ progress: ((UInt64) -> Void)? = nil, _ onNotice: ((WatchNotice) -> Void)? = nil
    ) throws(AnalysisError) -> Report {
        let request = FileExtraction.Request(
            files: files, filter: filter, shouldStop: shouldStop, limit: limit, limits: options.parsing,
            seed: seed, save: save)
        return try read(request, progress: progress, onNotice: onNotice)
    }

    /// Reads capture files as they grow, until `shouldStop` says so, and returns the report.
    ///
    /// Time passes as the frames tell it: frames may be on their way to a file for long, so that silence says nothing.
    public mutating func follow(
        files: [String], filter: String? = nil, limit: UInt64? = nil, save: SaveOptions? = nil,
        onNotice: ((WatchNotice) -> Void)? = nil, shouldStop: @escaping @Sendable () -> Bool
    ) throws(AnalysisError) -> Report {
        let request = FileExtraction.Request(
            files: files, filter: filter, follow: true, shouldStop: shouldStop, limit: limit, limits: options.parsing,
            seed: seed, save: save)
        return try read(request, progress: nil, onNotice: onNotice)
    }

    private mutating func read(
        _ request: FileExtraction.Request, progress: ((UInt64) -> Void)?, onNotice: ((WatchNotice) -> Void)?
    ) throws(AnalysisError) -> Report {
        if let save = request.save, save.savesCallsOnly { try save.check(inputs: request.files) }
        let channel = BatchChannel()
        let reader = FileReader(request, channel)
        var frames: UInt64 = 0
        while var batch = channel.receive() {
            take(&batch)
            frames += UInt64(batch.frames.count)
            channel.giveBack(batch)
            progress?(frames)
        }
        let extraction = try reader.outcome().get()
        var report = finish(extraction.extractor, extraction.rest)
        report.account.inputs = extraction.extractor.account(of: extraction.inputs)
        report.account.droppedFrames = CaptureAccount.sum(extraction.inputs.map(\.droppedFrames))
        report.account.droppedByInterface = extraction.droppedByInterface
        if let problem = extraction.problem { onNotice?(WatchNotice(problem.description)) }
        if let save = request.save, save.savesCallsOnly {
            let extract = CallExtract(report, extraction.extractor)
            for notice in extract.notices(saving: save, from: request) { onNotice?(notice) }
        }
        return report
    }
}

extension MessageExtractor {
    /// The account of each input, with what could not be decoded.
    func account(of inputs: [CaptureAccount.Input]) -> [CaptureAccount.Input] {
        inputs.indices.map { index in
            var input = inputs[index]
            input.undecodedFrames = undecodedByInput[index] ?? [:]
            return input
        }
    }
}

extension CaptureAccount.Input {
    init(_ account: InputAccount) {
        let cut: String? =
            switch account.end {
            case .truncatedFile(let reason): "cut in the middle of a record (\(reason))"
            case .damagedFile(let reason): "damaged (\(reason))"
            case .complete, nil: nil
            }
        self.init(
            name: account.name, frames: account.frames, firstTime: account.firstTime, lastTime: account.lastTime,
            cut: cut)
        droppedFrames = CaptureAccount.sum([account.statistics?.dropped ?? 0])
    }
}

extension CaptureAccount {
    /// The sum of numbers that files tell, which may be absurd; it is no larger than an `Int` can be.
    static func sum(_ numbers: [UInt64]) -> UInt64 {
        numbers.reduce(0) { sum, number in min(sum + min(number, UInt64(Int.max)), UInt64(Int.max)) }
    }
}
