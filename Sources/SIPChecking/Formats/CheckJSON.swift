import SIPCatalog
import SIPReporting
import TraceTypes

/// The verdict for machines: one document, as `check.schema.json` says.
struct CheckJSON {
    private let verdict: CheckVerdict
    private let options: CheckFormatOptions

    init(_ verdict: CheckVerdict, _ options: CheckFormatOptions) {
        self.verdict = verdict
        self.options = options
    }

    func write(to output: (String) -> Void) {
        output("{\n  \"clean\": \(verdict.isClean),\n  \"exitStatus\": \(verdict.exitStatus),\n  \"findings\": ")
        let findings = verdict.traces.lazy.flatMap { trace in
            trace.findings.lazy.map { trace.json($0).adding("trace", .string(trace.path)) }
        }
        Self.write(findings, to: output)
        output(",\n  \"language\": " + JSONText.string(options.catalog.languageTag).line)
        output(",\n  \"schemaVersion\": \(ReportJSON.schemaVersion)")
        output(",\n  \"summary\": " + verdict.summaryJSON.document(indent: 1))
        output(",\n  \"traces\": ")
        Self.write(verdict.traces.lazy.map(\.json), to: output)
        output("\n}\n")
    }

    /// Hands over a list that a field of the document holds, element by element.
    private static func write(_ elements: some Sequence<JSONText>, to output: (String) -> Void) {
        var isFirst = true
        for element in elements {
            output((isFirst ? "[\n    " : ",\n    ") + element.shown.document(indent: 2))
            isFirst = false
        }
        output(isFirst ? "[]" : "\n  ]")
    }
}

/// The verdict for machines that read line by line: an object on each, whose `type` says what it holds. The last
/// one is the summary.
struct CheckJSONLines {
    private let verdict: CheckVerdict

    init(_ verdict: CheckVerdict) {
        self.verdict = verdict
    }

    func write(to output: (String) -> Void) {
        for trace in verdict.traces {
            func write(_ type: String, _ json: JSONText) {
                let line = json.adding("type", .string(type)).adding("file", .string(trace.path))
                output(line.shown.line + "\n")
            }
            for found in trace.findings { write("finding", trace.json(found)) }
            for result in trace.expectations { write("expectation", result.json) }
            for problem in trace.problems { write("problem", problem.json) }
            write("trace", .object(["clean": .bool(trace.isClean), "facts": trace.factsJSON]))
        }
        let summary = verdict.summaryJSON.adding("type", .string("summary")).adding("clean", .bool(verdict.isClean))
        output(summary.adding("exitStatus", .number(verdict.exitStatus)).line + "\n")
    }
}

extension JSONText {
    /// The object with a field more.
    func adding(_ key: String, _ value: JSONText) -> JSONText {
        guard case .object(var fields) = self else { return self }
        fields[key] = value
        return .object(fields)
    }

    /// The value with all its texts escaped.
    var shown: JSONText {
        switch self {
        case .string(let text): .string(escaped(text))
        case .array(let items): .array(items.map(\.shown))
        case .object(let fields): .object(fields.mapValues(\.shown))
        case .number, .decimal, .bool, .null: self
        }
    }
}
