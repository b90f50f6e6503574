import Foundation
import Synchronization
import TraceTypes
import _TestSupport

/// A file that is written while it is read, and the flag that ends the reading.
final class GrowingFile: Sendable {
    let path: String
    private let folder: TemporaryFolder
    private let stopped = Atomic(false)

    init(_ bytes: [UInt8] = []) throws {
        let folder = try TemporaryFolder()
        path = try folder.write(bytes)
        self.folder = folder
    }

    func append(_ bytes: [UInt8]) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data(bytes))
        try file.close()
    }

    func stop() {
        stopped.store(true, ordering: .relaxed)
    }

    var shouldStop: @Sendable () -> Bool {
        { self.stopped.load(ordering: .relaxed) }
    }
}
