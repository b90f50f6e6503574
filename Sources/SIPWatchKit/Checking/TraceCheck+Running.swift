import SIPChecking
import SIPDialogs
import SIPReporting
import TraceTypes

/// Carrying out the check of a trace.
extension TraceCheck {
    /// Reads the trace and judges it. What is wrong with it, or with the files that belong to it, is in the verdict.
    public func run() -> CheckedTrace {
        var result = CheckedTrace(verdict: TraceVerdict(path: path))
        let read = expectations ?? expectationsPath.map { .init(named: $0) } ?? .init(beside: path)
        if let problem = read.problem {
            result.verdict.problems = [problem]
            return result
        }
        do throws(AnalysisError) {
            judge(try readTrace(read.expectations), read.expectations, &result)
        } catch {
            result.verdict.problems = [TraceProblem(.unreadable, message(of: error), fails: true)]
        }
        return result
    }

    /// Reads the trace and describes it as expectations that it meets.
    public func describe() throws(AnalysisError) -> String {
        ExpectationWriter(try read(keepsAll: true, nil).report, trace: path).text
    }

    /// What is wrong with the trace, without its name: the verdict has that already.
    private func message(of error: AnalysisError) -> String {
        let text = error.description
        let name = [path, escaped(path)].map { "\($0): " }.first(where: text.hasPrefix)
        return String(text.dropFirst(name?.count ?? 0))
    }

    private func readTrace(_ expectations: Expectations?) throws(AnalysisError) -> JudgedTrace {
        try read(keepsAll: expectations != nil || hasSnapshot(expectations), expectations)
    }

    private func read(keepsAll: Bool, _ expectations: Expectations?) throws(AnalysisError) -> JudgedTrace {
        let options = analysisOptions(keepsAll: keepsAll)
        var analyzer = Analyzer(options: options, worker: JudgeWorker(options))
        let messages = WireMessageStore()
        if expectations?.usesMessages == true { analyzer.onBytes = messages.add }
        let report = try analyzer.analyze([path], captureFilter, shouldStop, limit)
        let kept = messages.taken
        return JudgedTrace(report: report, findings: []) { exchange, index in kept.bytes(exchange, index) }
    }

    private func judge(_ trace: JudgedTrace, _ expectations: Expectations?, _ result: inout CheckedTrace) {
        var trace = trace
        let report = trace.report
        var required = expectations?.requiredFindings(in: trace)
        let gate = Gate(
            report, policy, suppressions: expectations?.suppressions ?? [], baseline: knownFindings,
            requires: { required?.take($0) ?? false })
        trace.findings = gate.findings
        result.verdict.facts = TraceFacts(report)
        result.verdict.filter = report.filter
        result.verdict.findings = gate.findings
        result.fingerprints = gate.baselineFingerprints
        result.verdict.expectations = expectations?.judge(trace) ?? []
        if policy.allowsEmpty {
            for index in result.verdict.expectations.indices
            where result.verdict.expectations[index].state == .unmatched {
                result.verdict.expectations[index].fails = false
            }
        }
        result.verdict.problems = gate.problems
        result.verdict.addProblems(of: report, policy)
        compareSnapshots(report, expectations, &result)
        result.verdict.addExchanges(of: report)
    }

    private var knownFindings: TraceBaseline? {
        baseline?.trace(path, amongChecked: isAlone ? 1 : 2)
    }
}

extension TraceFacts {
    /// The facts of a report.
    init(_ report: Report) {
        self.init(
            frames: Int(clamping: report.account.frames), messages: report.counts.total, calls: report.calls.count,
            firstTime: report.account.firstTime, lastTime: report.account.lastTime)
    }
}
