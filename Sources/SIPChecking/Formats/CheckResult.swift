import SIPDialogs
import SIPFindings
import SIPReporting
import TraceTypes

/// Something that a service shows beside a file: a finding, an expectation that is not met, or a problem.
struct CheckResult {
    /// What it is a result of.
    enum Origin {
        case finding(CheckedFinding, CheckedExchange?)
        case expectation(ExpectationResult, CheckedExchange?)
        case problem(TraceProblem)
    }

    /// What it is a result of.
    var origin: Origin
    /// The rule, the problem's kind, or what became of the expectation.
    var rule: String
    /// How grave it is.
    var severity: Severity
    /// Whether it fails the check.
    var fails: Bool
    /// What is wrong, in a line.
    var message: String
    /// What it is about: `call 1`; empty for the trace as such.
    var subject: String
    /// The frames that show it.
    var frames: [FrameNumber]
    /// The path of the trace.
    var trace: String
    /// Where it is written, for an expectation, or a problem of a file that people write.
    var position: SourcePosition?
    /// 16 hexadecimal digits that tell it from all other results, and stay the same from run to run.
    var digest: String

    /// The path of the file that it stands beside.
    var path: String { position?.file ?? trace }
    /// The line that it stands beside: of a trace, which has none, the first.
    var line: Int { max(position?.line ?? 1, 1) }
    /// Whether people are to see it: it fails, or nobody let it pass.
    var isShown: Bool {
        if case .finding(let found, _) = origin { return found.isShown }
        return true
    }
}

extension TraceVerdict {
    /// All results; the paths in their digests are those that services see.
    func results(_ options: CheckFormatOptions) -> [CheckResult] {
        let file = options.relative(path)
        // What a digest is made from is counted where it repeats itself.
        var ordinals: [Fingerprint: Int] = [:]
        func digest(_ rule: String, _ text: String) -> String {
            var print = Fingerprint(rule: rule, method: "", code: 0, role: text, ordinal: 0)
            ordinals[print, default: 0] += 1
            print.ordinal = ordinals[print, default: 1]
            return print.digest(with: file)
        }
        let found = findings.map { found in
            let exchange = exchange(found.finding.exchange)
            return CheckResult(
                origin: .finding(found, exchange), rule: found.finding.rule, severity: found.finding.severity,
                fails: found.fails, message: escaped(found.finding.message),
                subject: FindingLine(found.finding, kind: exchange?.kind, file: "").subject,
                frames: found.finding.frames, trace: path, digest: found.fingerprint.digest(with: file))
        }
        let judged = expectations.filter(\.isShown).map { result in
            let exchange = exchange(result.exchange)
            return CheckResult(
                origin: .expectation(result, exchange), rule: result.rule, severity: result.fails ? .error : .info,
                fails: result.fails,
                message: "\(escaped(result.name)): expected \(escaped(result.expected)); seen \(escaped(result.seen))",
                subject: exchange.map { "\($0.kind.rawValue) \($0.id)" } ?? "", frames: result.frames, trace: path,
                position: result.position, digest: digest(result.rule, result.name))
        }
        let wrong = problems.map { problem in
            CheckResult(
                origin: .problem(problem), rule: problem.kind.rawValue, severity: problem.fails ? .error : .warning,
                fails: problem.fails, message: escaped(problem.message), subject: "", frames: problem.frames,
                trace: path, position: problem.position, digest: digest(problem.kind.rawValue, problem.message))
        }
        return wrong + found + judged
    }
}
