import Foundation
import PacketCapture
import SIPChecking
import TraceTypes

/// A baseline with the file that it is in.
public struct BaselineFile: Sendable {
    /// The path of the file.
    public let path: String
    /// What it holds.
    public let baseline: Baseline

    /// Reads a baseline. One that is to be written need not be there.
    public init(path: String, isWritten: Bool) throws(AnalysisError) {
        self.path = path
        guard
            let bytes = isWritten
                ? try SmallFile.read(path, limit: Baseline.largestFile)
                : try SmallFile.required(path, limit: Baseline.largestFile)
        else {
            baseline = Baseline()
            return
        }
        do throws(BaselineError) {
            baseline = try Baseline.read(bytes, path: path)
        } catch {
            throw AnalysisError(description: error.description)
        }
    }

    /// The path of a trace as the baseline names it.
    func path(of trace: String) -> String {
        BaselinePath.of(trace, from: BaselinePath.folder(of: path), working: Self.working)
    }

    /// The text of the baseline after a check.
    public func text(after traces: [CheckedTrace]) -> String {
        var checked: [String: [Fingerprint]] = [:]
        for trace in traces where !trace.verdict.isUnreadable {
            checked[path(of: trace.verdict.path)] = trace.fingerprints
        }
        return baseline.updated(with: checked, exists: exists).text
    }

    /// What is known of a trace among so many that are checked.
    func trace(_ trace: String, amongChecked count: Int) -> TraceBaseline? {
        baseline.trace(path(of: trace), amongChecked: count, exists: exists)
    }

    /// Whether there is anything, a link that leads nowhere among it, by its path as the baseline names it.
    private func exists(_ trace: String) -> Bool {
        let folder = BaselinePath.folder(of: path)
        return FilePath.kind(BaselinePath.file(trace, in: folder, working: Self.working)) != .nothing
    }

    private static var working: String { FileManager.default.currentDirectoryPath }
}
