import SIPDialogs
import SIPFindings
import SIPReporting
import TraceTypes

/// The suppressions of a trace: those of its file of expectations, and those of its packet comments.
struct SuppressionList {
    /// Those that may cover something, in their order: the file's, then the comments' in the order of their frames.
    private let valid: [Suppression]
    /// Those whose last day is over.
    private let expired: [Suppression]
    /// Directives of comments that cannot be understood, with their frames.
    private let bad: [(message: String, frame: FrameNumber)]
    /// Whether there were more directives in comments than are read.
    private let hasMore: Bool
    private var used: Set<Int> = []

    /// The suppressions on a day, written as `2027-01-01`.
    init(_ written: [Suppression], _ account: CaptureAccount, today: String) {
        var suppressions = written
        var bad: [(String, FrameNumber)] = []
        var rest = CaptureAccount.commentsKept
        var hasMore = account.directiveCount > account.directives.count
        for comment in account.directives {
            let directives = Directive.all(in: comment)
            hasMore = hasMore || directives.count > rest
            for directive in directives.prefix(rest) {
                switch directive {
                case .suppression(let suppression): suppressions.append(suppression)
                case .bad(let message): bad.append((message, comment.frame))
                }
            }
            rest -= min(rest, directives.count)
        }
        self.hasMore = hasMore
        self.bad = bad
        // Days written like this have the order of their texts.
        valid = suppressions.filter { $0.until.map { $0 >= today } ?? true }
        expired = suppressions.filter { $0.until.map { $0 < today } ?? false }
    }

    /// Why a finding is let pass; nil where it is not. All suppressions that cover it count as used.
    mutating func reason(for finding: Finding, isCall: Bool) -> String? {
        var reason: String?
        for (index, suppression) in valid.enumerated() where suppression.covers(finding, isCall: isCall) {
            used.insert(index)
            reason = reason ?? suppression.reason
        }
        return reason
    }

    /// What is wrong with the suppressions, once all findings were asked about. `isJudged` tells whether findings of a rule
    /// or an area would have shown.
    func problems(fails: Bool, isJudged: (String) -> Bool) -> [TraceProblem] {
        var problems = bad.map { message, frame in
            TraceProblem(
                .badSuppression, "the comment on frame \(frame.rawValue) suppresses nothing: \(message)", fails: fails,
                frames: [frame])
        }
        if hasMore {
            problems.append(
                TraceProblem(
                    .badSuppression,
                    "only the first \(CaptureAccount.commentsKept) suppressions in packet comments were read; "
                        + "write the others into the file of expectations", fails: fails))
        }
        problems += expired.map { suppression in
            suppression.problem(
                .expiredSuppression,
                "\(suppression.name) ended on \(suppression.until ?? "") and covers nothing; "
                    + "mend the cause, or give it a later day", fails)
        }
        problems += valid.enumerated().filter { !used.contains($0.offset) && isJudged($0.element.rule) }.map {
            $0.element.problem(.unusedSuppression, "\($0.element.name) covers no finding; remove it", fails)
        }
        return problems
    }
}

extension Suppression {
    /// Whether it is about a finding; `isCall` tells whether that is one of a call.
    fileprivate func covers(_ finding: Finding, isCall: Bool) -> Bool {
        guard rule == finding.rule || rule == RuleSelection.area(of: finding.rule) else { return false }
        if let call, !isCall || call != finding.exchange { return false }
        if let frame, !finding.frames.contains(frame) { return false }
        return true
    }

    /// `the suppression of 'transfer' in call 1`.
    fileprivate var name: String {
        var name = "the suppression of \(quoted(rule))"
        if let call { name += " in call \(call)" }
        if let frame { name += " in the comment on frame \(frame.rawValue)" }
        return name
    }

    fileprivate func problem(_ kind: TraceProblem.Kind, _ message: String, _ fails: Bool) -> TraceProblem {
        TraceProblem(kind, message, fails: fails, frames: frame.map { [$0] } ?? [], position: position)
    }
}
