import PacketCapture
import SIPDialogs
import SIPReporting
import TraceTypes

/// The frames of the calls whose messages a report keeps, for a file of their own.
struct CallExtract {
    /// The frames, in order.
    let frames: [FrameNumber]

    init(_ report: Report, _ extractor: MessageExtractor) {
        let messages = report.exchanges.compactMap(\.exchange).flatMap { $0.messages.map(\.frame) }
        frames = Set(messages.flatMap { extractor.parts?.frames[$0] ?? [$0] }).sorted()
    }

    /// Reads the files once more and saves these frames of them. Returns what went wrong while writing. Nothing is
    /// written where there are no frames.
    func save(
        _ save: SaveOptions, from files: [String], filter: String?
    ) throws(AnalysisError) -> WriteError? {
        guard !frames.isEmpty else { return nil }
        do {
            var source = try CaptureSource(files: files, filter: filter)
            let saver = try CaptureSaver(save.request(inputs: files))
            var next = 0
            while next < frames.count {
                let step = try source.next { header, bytes in
                    guard header.number == frames[next] else { return }
                    saver.stage(header, bytes)
                    next += 1
                }
                if case .end = step { break }
                saver.commit(comments: source.comments) { source.interfaces }
            }
            saver.finish()
            return saver.takeProblem()
        } catch {
            throw AnalysisError(description: "\(error)")
        }
    }
}
