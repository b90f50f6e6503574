import Dispatch
import Foundation
import Synchronization

/// The thread that reads.
final class FileReader: Sendable {
    private let result = Mutex<Result<FileExtraction, AnalysisError>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ request: FileExtraction.Request, _ channel: BatchChannel) {
        Thread.detachNewThread {
            let result = FileExtraction.run(request, channel)
            self.result.withLock { $0 = result }
            self.done.signal()
        }
    }

    /// What became of the reading, once it has ended.
    func outcome() -> Result<FileExtraction, AnalysisError> {
        done.wait()
        return result.withLock { $0 } ?? .failure(AnalysisError(description: "nothing was read"))
    }
}
