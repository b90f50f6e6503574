import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPReporting
import TraceTypes

extension TraceVerdict {
    /// An element of `traces`.
    var json: JSONText {
        .object([
            "path": .string(path), "clean": .bool(isClean), "facts": factsJSON,
            "exchanges": .array(exchanges.map(\.json)), "problems": .array(problems.map(\.json)),
            "expectations": .array(expectations.map(\.json)), "findings": .array(findings.map(json)),
        ])
    }

    /// How much was read; null where nothing could be.
    var factsJSON: JSONText {
        guard let facts else { return .null }
        return .object([
            "frames": .number(facts.frames), "messages": .number(facts.messages), "calls": .number(facts.calls),
            "firstTime": .time(facts.firstTime), "lastTime": .time(facts.lastTime),
        ])
    }

    /// A finding, with what the gate makes of it.
    func json(_ found: CheckedFinding) -> JSONText {
        let isCall = exchange(found.finding.exchange)?.kind == .call
        let json = found.finding.json(isCall: isCall)
            .adding("fingerprint", .string(found.fingerprint.text)).adding("fails", .bool(found.fails))
        return switch found.standing {
        case .new: json.adding("standing", .string("new"))
        case .expected: json.adding("standing", .string("expected"))
        case .known: json.adding("standing", .string("known"))
        case .suppressed(let reason):
            json.adding("standing", .string("suppressed")).adding("reason", .string(reason))
        }
    }
}

extension CheckedExchange {
    fileprivate var json: JSONText {
        .object([
            "id": .number(id), "kind": .string(kind.rawValue), "title": .string(title), "outcome": .string(outcome),
            "status": .status(status),
        ])
    }
}

extension ExpectationResult {
    /// An element of `expectations`.
    var json: JSONText {
        var fields: [String: JSONText] = [
            "subject": .string(subject), "aspect": .string(aspect), "state": .string(state.rawValue),
            "fails": .bool(fails), "expected": .string(expected), "seen": .string(seen), "frames": .frames(frames),
            "advice": .strings(advice), "details": .strings(details),
        ]
        fields["exchange"] = exchange.map { .number($0) }
        fields["position"] = position?.json
        return .object(fields)
    }
}

extension TraceProblem {
    /// An element of `problems`.
    var json: JSONText {
        var fields: [String: JSONText] = [
            "kind": .string(kind.rawValue), "message": .string(message), "fails": .bool(fails),
            "frames": .frames(frames),
        ]
        fields["position"] = position?.json
        return .object(fields)
    }
}

extension SourcePosition {
    fileprivate var json: JSONText {
        .object(["file": .string(file), "line": .number(line), "column": .number(column)])
    }
}

extension CheckVerdict {
    /// How much there is of what.
    var summaryJSON: JSONText {
        let totals = totals
        return .object([
            "traces": .number(traces.count), "cleanTraces": .number(totals.cleanTraces),
            "failedTraces": .number(totals.failedTraces), "unreadableTraces": .number(totals.unreadableTraces),
            "calls": .number(totals.calls),
            "findings": .object(
                Dictionary(
                    uniqueKeysWithValues: Severity.allCases.map { severity in
                        (severity.rawValue, .number(totals.findings[severity] ?? 0))
                    })),
            "failingFindings": .number(totals.failingFindings), "expectedFindings": .number(totals.expectedFindings),
            "knownFindings": .number(totals.knownFindings),
            "suppressedFindings": .number(totals.suppressedFindings),
            "metExpectations": .number(totals.metExpectations),
            "failedExpectations": .number(totals.failedExpectations),
            "excusedExpectations": .number(totals.excusedExpectations),
            "problems": .number(traces.reduce(0) { $0 + $1.problems.count }),
        ])
    }
}

extension JSONText {
    /// Frame numbers.
    static func frames(_ frames: [FrameNumber]) -> JSONText {
        .array(frames.map { .number(Int(truncatingIfNeeded: $0.rawValue)) })
    }
}
