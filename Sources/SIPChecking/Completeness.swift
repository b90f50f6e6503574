import SIPDialogs
import SIPReporting
import TraceTypes

/// Whether a trace shows all that it has to show for a verdict.
public enum Completeness {
    /// Calls, and files, that a message names.
    private static let named = 5

    /// What a trace lacks, a problem for each kind of loss. `isJudged` tells of an exchange, by its number, that an
    /// expectation looks at its outcome, and says itself that it is undetermined.
    public static func problems(
        of report: Report, _ policy: GatePolicy, isJudged: (Int) -> Bool = { _ in false }
    ) -> [TraceProblem] {
        var problems: [TraceProblem] = []
        if report.counts.total == 0 {
            let hint = policy.allowsEmpty ? "" : ", or allow it with --allow-empty"
            problems.append(TraceProblem(.noSIP, noSIP(report.account) + hint, fails: !policy.allowsEmpty))
        }
        let losses = losses(report.account) + [undetermined(report, isJudged)].compactMap { $0 }
        return problems
            + losses.map { loss in
                TraceProblem(
                    .incomplete, policy.allowsIncomplete ? loss : "\(loss); allow it with --allow-incomplete",
                    fails: !policy.allowsIncomplete)
            }
    }

    private static func noSIP(_ account: CaptureAccount) -> String {
        guard account.frames > 0 else {
            return "there are no frames, and so no SIP; check the capture's filter and interface"
        }
        let kinds = account.otherFrames.merging(account.undecodedFrames) { $0 + $1 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(named).map { "\(escaped($0.key)) \($0.value)" }
        return "no SIP in \(count(account.frames, "frame"))"
            + (kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))")
            + "; check the capture's filter, its port and whether SIP is encrypted"
    }

    private static func losses(_ account: CaptureAccount) -> [String] {
        let dropped = "capture less, or with a larger buffer"
        let counts: [(count: UInt64, what: String, advice: String)] = [
            (account.droppedFrames, "dropped by the kernel", dropped),
            (account.droppedByInterface, "dropped by the interface", dropped),
            (account.droppedByProgram, "dropped by the program", dropped),
            (account.truncatedFrames, "with SIP cut by a snap length", "capture without one (-s 0)"),
        ]
        var losses = [cut(account)].compactMap { $0 }
        losses += counts.filter { $0.count > 0 }.map { "\(count($0.count, "frame")) \($0.what); \($0.advice)" }
        if account.truncatedMessages > 0 {
            losses.append(
                "of \(count(UInt64(account.truncatedMessages), "message")) the trace has a part alone; "
                    + "capture whole frames, from before the first message until after the last")
        }
        if account.mayHaveLostSIP { losses.append(parts(account)) }
        if account.oversizeMessages > 0 {
            losses.append("\(count(UInt64(account.oversizeMessages), "message")) longer than is read")
        }
        if account.evictedExchanges > 0 {
            losses.append(
                "\(count(UInt64(account.evictedExchanges), "call or request", "calls or requests")) given up for want "
                    + "of room; split the trace")
        }
        return losses
    }

    private static func cut(_ account: CaptureAccount) -> String? {
        let cuts = account.inputs.compactMap { input in input.cut.map { "\(escaped(input.name)): \(escaped($0))" } }
        guard !cuts.isEmpty else { return nil }
        return "not all of the file can be read: \(list(cuts)); end the capture before the file is copied"
    }

    /// Parts of datagrams and streams that may have been SIP.
    private static func parts(_ account: CaptureAccount) -> String {
        let frames = account.incompleteFrames.values.reduce(0, +)
        let kinds = account.incompleteFrames.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\(escaped($0.key)) \($0.value)" }
        let what =
            frames == 0
            ? "bytes that may have been SIP are missing"
            : "\(count(UInt64(frames), "frame")) with parts of what was never complete (\(list(kinds))), "
                + "some of which may have been SIP"
        return what + "; capture whole frames, and all interfaces that SIP takes"
    }
}

extension Completeness {
    /// Calls of which the capture cannot tell how they, or their transfers, ended.
    private static func undetermined(_ report: Report, _ isJudged: (Int) -> Bool) -> String? {
        let calls = report.exchanges.filter { judged in
            judged.summary.kind == .call && judged.isUndetermined && !isJudged(judged.summary.id)
                // One that was given up has been told of.
                && judged.exchange?.isEvicted != true
        }
        guard !calls.isEmpty else { return nil }
        let names = calls.map { judged in
            "call \(judged.summary.id) (\(judged.parties(report.timers))\(judged.isCutAtBeginning ? ", already going on" : ""))"
        }
        return "the trace begins or ends too early to tell how \(count(UInt64(calls.count), "call")) or "
            + "\(calls.count == 1 ? "its transfer" : "their transfers") ended: \(list(names)); "
            + "capture from before the first INVITE until after the last response"
    }

    /// The first few, and how many more there are.
    private static func list(_ names: [String]) -> String {
        guard names.count > named else { return names.joined(separator: ", ") }
        return names.prefix(named).joined(separator: ", ") + " and \(names.count - named) more"
    }

    /// `1 frame`, `2 frames`.
    private static func count(_ number: UInt64, _ one: String, _ many: String? = nil) -> String {
        number == 1 ? "1 \(one)" : "\(number) \(many ?? one + "s")"
    }
}

extension JudgedExchange {
    /// Whether the capture cannot tell how it, or one of its transfers, ended.
    fileprivate var isUndetermined: Bool {
        summary.outcome == CallOutcome.undetermined.rawValue || summary.transfers.contains(.undetermined)
    }

    /// Whether it began before the capture did.
    fileprivate var isCutAtBeginning: Bool { exchange?.isPartial ?? false }
}
