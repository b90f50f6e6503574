import Foundation
import SIPChecking
import SIPReporting
import TraceTypes

/// Comparing the ladder of a trace with snapshots.
extension TraceCheck {
    /// Whether there is a snapshot to compare with.
    func hasSnapshot(_ expectations: Expectations?) -> Bool {
        snapshotPath != nil || expectations?.snapshot != nil
    }

    /// Bytes of a snapshot at most: a trace of a hundred thousand calls has less.
    private static let largestSnapshot = 1 << 25

    /// Compares with each snapshot, or has it written.
    func compareSnapshots(_ report: Report, _ expectations: Expectations?, _ result: inout CheckedTrace) {
        let named = expectations?.snapshot
        for (path, position) in [(snapshotPath, nil), (named?.value, named?.position)] {
            guard let path else { continue }
            do throws(AnalysisError) {
                if updatesSnapshots {
                    let text = NormalizedLadder(report).text
                    try Self.limit(text.utf8.count, path)
                    result.snapshots.append((path, text))
                    continue
                }
                let bytes = try SmallFile.read(path, limit: Self.largestSnapshot)
                try Self.limit(bytes?.count ?? 0, path)
                let text = bytes.map { String(decoding: $0, as: UTF8.self) }
                result.verdict.expectations.append(
                    SnapshotComparison.judge(
                        snapshotText: text, report,
                        position: position ?? SourcePosition(file: path, line: 1, column: 1)))
            } catch {
                result.verdict.problems.append(TraceProblem(.unreadable, error.description, fails: true))
            }
        }
    }

    private static func limit(_ count: Int, _ path: String) throws(AnalysisError) {
        guard count > largestSnapshot else { return }
        throw AnalysisError(
            description: "the snapshot \(escaped(path)) has more than \(largestSnapshot >> 20) MiB, which is the most "
                + "that is compared; record fewer calls in a trace")
    }
}
