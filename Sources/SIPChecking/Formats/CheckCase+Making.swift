import SIPDialogs
import SIPFindings
import SIPReporting
import TraceTypes

extension TraceVerdict {
    /// The cases: the trace as such, each exchange, each expectation.
    var cases: [CheckCase] {
        let known = Set(exchanges.map(\.id))
        let strays = findings.filter { !known.contains($0.finding.exchange) }
        let byExchange = Dictionary(grouping: findings) { $0.finding.exchange }
        let concerned = exchanges.filter { $0.kind == .call || byExchange[$0.id] != nil }
        return [traceCase(strays)] + concerned.map { checkCase($0, byExchange[$0.id] ?? []) }
            + expectations.map(checkCase)
    }

    /// Problems, and findings about exchanges that are not there.
    private func traceCase(_ strays: [CheckedFinding]) -> CheckCase {
        var made = CheckCase(name: "trace")
        for problem in problems {
            let message = escaped(problem.message)
            if problem.fails || problem.kind == .unreadable {
                made.failures.append(
                    CheckFailure(
                        rule: problem.kind.rawValue, severity: .error, message: message, frames: problem.frames,
                        position: problem.position))
            } else {
                let place = problem.position.map { $0.text + ": " } ?? ""
                made.notes.append("\(place)\(problem.kind.rawValue): \(message)")
            }
        }
        add(strays, nil, to: &made)
        if isUnreadable { made.result = .broken }
        return made
    }

    private func checkCase(_ exchange: CheckedExchange, _ findings: [CheckedFinding]) -> CheckCase {
        var made = CheckCase(name: escaped(exchange.title), length: exchange.length)
        add(findings, exchange, to: &made)
        guard made.failures.isEmpty, !findings.isEmpty, findings.allSatisfy(\.isLetPass) else { return made }
        let reasons = findings.compactMap(\.reason).map { escaped($0) }
        made.result = .skipped(
            reason: reasons.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
                .joined(separator: "; "))
        return made
    }

    private func add(_ findings: [CheckedFinding], _ exchange: CheckedExchange?, to made: inout CheckCase) {
        for found in findings {
            let finding = found.finding
            if found.fails {
                made.failures.append(
                    CheckFailure(
                        rule: finding.rule, severity: finding.severity, message: escaped(finding.message),
                        frames: finding.frames,
                        details: LadderExcerpt(exchange?.ladder ?? [], around: finding.frames).lines,
                        advice: finding.advice.map { escaped($0) }))
            } else {
                let reason = found.reason.map { " (\(escaped($0)))" } ?? ""
                let frames = FindingLine.named(finding.frames)
                made.notes.append(
                    "\(finding.severity.rawValue) \(finding.rule) (\(frames)): \(escaped(finding.message))\(reason)")
            }
        }
        if !made.failures.isEmpty { made.result = .failed }
    }

    private func checkCase(_ result: ExpectationResult) -> CheckCase {
        var made = CheckCase(name: escaped(result.name))
        let (expected, seen) = (escaped(result.expected), escaped(result.seen))
        if result.fails {
            let ladder = LadderExcerpt(exchange(result.exchange)?.ladder ?? [], around: result.frames)
            made.result = .failed
            made.failures = [
                CheckFailure(
                    rule: result.rule, severity: .error, message: "expected \(expected); seen \(seen)",
                    frames: result.frames, difference: (expected, seen), position: result.position,
                    details: ladder.lines + result.detailLines,
                    advice: result.advice.map { escaped($0) })
            ]
        } else if result.state != .met {
            made.result = .skipped(reason: "\(result.state.rawValue): expected \(expected); seen \(seen)")
        }
        return made
    }
}

extension CheckedFinding {
    /// Whether somebody decided to let it pass.
    fileprivate var isLetPass: Bool {
        switch standing {
        case .known, .suppressed: !fails
        case .new, .expected: false
        }
    }

    /// Why it does not count; nil where it does.
    var reason: String? {
        switch standing {
        case .new: nil
        case .expected: "expected"
        case .known: "known to the baseline"
        case .suppressed(let reason): reason
        }
    }
}

extension ExpectationResult {
    /// What stands for a rule's name, for a result that is not as it should be: `expectation/failed`.
    var rule: String { "expectation/" + (state == .met ? State.failed : state).rawValue }
}
