import TraceTypes

/// The verdict as test results, which Jenkins, GitLab and many others read: a suite for each trace.
struct JUnitXML {
    private let verdict: CheckVerdict
    private let options: CheckFormatOptions

    init(_ verdict: CheckVerdict, _ options: CheckFormatOptions) {
        self.verdict = verdict
        self.options = options
    }

    func write(to output: (String) -> Void) {
        let suites = verdict.traces.map { ($0, $0.cases) }
        let cases = suites.flatMap(\.1)
        let length = verdict.traces.reduce(Int64(0)) { $0.addingReportingOverflow($1.length.nanoseconds).partialValue }
        let root = XMLText(
            "testsuites",
            [("name", options.program)] + Self.counts(cases).dropLast()
                + [("time", Self.seconds(TimeSpan(nanoseconds: length)))])
        output("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.opening(indent: 0))
        for (trace, cases) in suites { output(suite(trace, cases).lines(indent: 1)) }
        output("</testsuites>\n")
    }

    private func suite(_ trace: TraceVerdict, _ cases: [CheckCase]) -> XMLText {
        var attributes = [("name", escaped(trace.path))] + Self.counts(cases)
        attributes.append(("time", Self.seconds(trace.length)))
        // Without fraction and zone, as the readers of this format expect it; the time is UTC.
        if let time = trace.facts?.firstTime {
            attributes.append(("timestamp", String(time.description.prefix { $0 != "." })))
        }
        let name = className(trace.path)
        return XMLText("testsuite", attributes, children: cases.map { element($0, className: name) })
    }

    /// How many cases there are, and how they ended.
    private static func counts(_ cases: [CheckCase]) -> [(name: String, value: String)] {
        func count(_ isCounted: (CheckCase.Result) -> Bool) -> String {
            String(cases.count { isCounted($0.result) })
        }
        return [
            ("tests", String(cases.count)), ("failures", count { $0 == .failed }), ("errors", count { $0 == .broken }),
            ("skipped", count { if case .skipped = $0 { true } else { false } }),
        ]
    }

    /// The body repeats the message: some readers show the body alone.
    private func element(_ made: CheckCase, className: String) -> XMLText {
        var children: [XMLText] = []
        let body = made.failures.map { $0.lines.joined(separator: "\n") }.joined(separator: "\n\n")
        let more = made.failures.count > 1 ? " (and \(made.failures.count - 1) more)" : ""
        switch made.result {
        case .passed: break
        case .skipped(let reason): children.append(XMLText("skipped", [("message", reason)]))
        case .failed, .broken:
            let message = (made.failures.first?.message ?? "") + more
            children.append(
                XMLText(
                    made.result == .broken ? "error" : "failure",
                    [("message", message), ("type", made.failures.first?.rule ?? "")], text: body))
        }
        if !made.notes.isEmpty {
            children.append(XMLText("system-out", text: made.notes.joined(separator: "\n")))
        }
        let attributes = [
            ("name", made.name), ("classname", className), ("time", Self.seconds(made.length ?? .zero)),
        ]
        return XMLText("testcase", attributes, children: children)
    }

    /// The path with dots between its parts, as the readers of this format expect it: `traces.run_pcap`.
    private func className(_ path: String) -> String {
        let parts = options.relative(path).split(separator: "/").map { part in
            String(escaped(String(part)).map { $0 == "." ? "_" : $0 })
        }
        return parts.isEmpty ? "trace" : parts.joined(separator: ".")
    }

    private static func seconds(_ span: TimeSpan) -> String { max(span, .zero).seconds(decimals: 3) }
}

extension TraceVerdict {
    /// From its first frame to its last.
    fileprivate var length: TimeSpan {
        guard let first = facts?.firstTime, let last = facts?.lastTime else { return .zero }
        return max(last - first, .zero)
    }
}
