import PacketCapture
import SIPParsing
import SIPReporting

/// The reading side of an analysis of files: frames off the files, messages into batches.
struct FileExtraction: Sendable {
    /// What is to be read.
    struct Request: Sendable {
        var files: [String]
        var filter: String?
        /// Whether files are read on as they grow, until `shouldStop` says that they have come to their ends.
        var follow = false
        var shouldStop: (@Sendable () -> Bool)?
        var limit: UInt64?
        var limits: ParsingLimits
        /// The tracker's seed.
        var seed: UInt64
        /// Where to save the frames.
        var save: SaveOptions?

        /// Whether frames may be long in coming, so that none may wait for others.
        var isStreamed: Bool { follow || files.contains("-") }

        /// What saves the frames while they are read; nil where none are saved, or those of single calls later.
        func saver() throws(WriteError) -> CaptureSaver? {
            guard let save, !save.savesCallsOnly else { return nil }
            return try CaptureSaver(save.request(inputs: files))
        }
    }

    /// The extractor with its account, all frames taken in.
    private(set) var extractor: MessageExtractor
    /// Messages that only the end of the capture brought to light.
    private(set) var rest = MessageBatch()
    /// What was read from each file.
    private(set) var inputs: [CaptureAccount.Input] = []
    /// Frames that devices lost, as files tell.
    private(set) var droppedByInterface: UInt64 = 0
    /// Why not all frames were saved.
    private(set) var problem: WriteError?

    /// Reads to the end, sends batches down the channel, and closes it.
    static func run(_ request: Request, _ channel: BatchChannel) -> Result<FileExtraction, AnalysisError> {
        defer { channel.close() }
        let keepsParts = request.save?.savesCallsOnly == true
        var extraction = FileExtraction(
            extractor: MessageExtractor(limits: request.limits, seed: request.seed, keepsParts: keepsParts))
        do {
            try extraction.read(request, channel)
            if let unreadable = extraction.unreadable { return .failure(AnalysisError(description: unreadable)) }
            return .success(extraction)
        } catch {
            return .failure(AnalysisError(description: "\(error)"))
        }
    }

    private init(extractor: MessageExtractor) {
        self.extractor = extractor
    }

    /// What is wrong with the files and what to do, where not one frame could be read for a damage at the very start.
    private var unreadable: String? {
        guard extractor.account.frames == 0, let input = inputs.first(where: { $0.cut != nil }) else { return nil }
        return "\(input.name): not one frame could be read: \(input.cut ?? ""); copy the file again, or capture anew"
    }

    private mutating func read(_ request: Request, _ channel: BatchChannel) throws {
        var source = try CaptureSource(
            files: request.files, filter: request.filter, follow: request.follow, shouldStop: request.shouldStop)
        let saver = try request.saver()
        // What was read before something went wrong is saved all the same.
        defer {
            if let saver {
                saver.add(source.interfaces)
                saver.finish(source.interfaces.map(\.statistics))
                problem = saver.takeProblem()
            }
        }
        try read(&source, request, saver, channel)
        extractor.finish(into: &rest)
        let interfaces = source.interfaces
        inputs = source.inputs.enumerated().map { index, account in
            var input = CaptureAccount.Input(account)
            input.interfaces = interfaces.filter { $0.input == index }.compactMap(\.name)
            return input
        }
        droppedByInterface = CaptureAccount.sum(source.inputs.map { $0.statistics?.droppedByInterface ?? 0 })
    }

    /// Reads all frames, or as many as were asked for.
    private mutating func read(
        _ source: inout CaptureSource, _ request: Request, _ saver: CaptureSaver?, _ channel: BatchChannel
    ) throws(CaptureError) {
        var batch = channel.takeEmpty()
        reading: while request.limit.map({ extractor.account.frames < $0 }) ?? true {
            let step = try source.next { header, bytes in
                extractor.feed(header, bytes, into: &batch)
                saver?.stage(header, bytes)
            }
            switch step {
            case .frame:
                let comments = source.comments
                if !comments.isEmpty { extractor.note(comments) }
                saver?.commit(comments: comments) { source.interfaces(from: $0) }
                guard batch.isFull || request.isStreamed else { continue }
                batch.droppedFrames = source.lostFrames
                channel.send(batch)
                batch = channel.takeEmpty()
            case .idle: saver?.flush()
            case .end:
                if let error = source.unsupportedLinkType { throw error }
                break reading
            }
        }
        batch.droppedFrames = source.lostFrames
        channel.send(batch)
    }
}
