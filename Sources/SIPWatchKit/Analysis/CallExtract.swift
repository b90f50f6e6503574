import PacketCapture
import SIPDialogs
import SIPReporting
import TraceTypes

/// The frames of the calls whose messages a report keeps, for a file of their own.
struct CallExtract {
    /// The frames, in order.
    let frames: [FrameNumber]
    /// Messages of which not all frames are known.
    private let incomplete: Int

    init(_ report: Report, _ extractor: MessageExtractor) {
        let messages = report.exchanges.compactMap(\.exchange).flatMap { $0.messages.map(\.frame) }
        frames = Set(messages.flatMap { extractor.parts?.frames[$0] ?? [$0] }).sorted()
        incomplete = extractor.parts?.dropped ?? 0
    }

    /// Reads the files once more and saves these frames of them. Returns what went wrong, which takes nothing from the
    /// report.
    func notices(saving options: SaveOptions, from request: FileExtraction.Request) -> [WatchNotice] {
        do throws(AnalysisError) {
            let problem = try save(options, from: request.files, filter: request.filter)
            let lacking = incomplete > 0 && !frames.isEmpty
            return (problem.map { [WatchNotice($0.description)] } ?? [])
                + (lacking ? [.incomplete(incomplete, in: options.path)] : [])
        } catch {
            return [WatchNotice(error.description)]
        }
    }

    /// Nothing is written where there are no frames.
    private func save(
        _ save: SaveOptions, from files: [String], filter: String?
    ) throws(AnalysisError) -> WriteError? {
        guard !frames.isEmpty else { return nil }
        do {
            var source = try CaptureSource(files: files, filter: filter)
            let saver = try CaptureSaver(save.request(inputs: files))
            do {
                try copy(&source, to: saver)
            } catch {
                saver.finish()
                throw error
            }
            saver.finish()
            return saver.takeProblem()
        } catch {
            throw AnalysisError(description: "\(error)")
        }
    }

    private func copy(_ source: inout CaptureSource, to saver: CaptureSaver) throws(CaptureError) {
        var next = 0
        while next < frames.count {
            let step = try source.next { header, bytes in
                guard header.number == frames[next] else { return }
                saver.stage(header, bytes)
                next += 1
            }
            if case .end = step { break }
            saver.commit(comments: source.comments) { source.interfaces(from: $0) }
        }
    }
}
