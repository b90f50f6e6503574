import SIPCatalog
import SIPDialogs
import SIPFindings
import TraceTypes

/// The report for machines: one document, as `report.schema.json` says. The same report gives the same bytes.
public struct ReportJSON {
    /// The version of the output contract.
    public static let schemaVersion = 1

    private let report: Report

    /// Makes a renderer.
    public init(_ report: Report) {
        self.report = report
    }

    /// Hands over the document piece by piece, its keys sorted.
    public func write(to output: (String) -> Void) {
        output("{\n  \"calls\": ")
        write(exchanges: .call, to: output)
        output(",\n  \"capture\": " + report.account.json.document(indent: 1))
        output(",\n  \"figures\": " + report.figures.json.document(indent: 1))
        output(",\n  \"findings\": ")
        write(report.exchanges.lazy.flatMap(findings), to: output)
        output(",\n  \"language\": \"en\"")
        output(",\n  \"messages\": " + report.counts.json.document(indent: 1))
        for (name, kind) in [("registrations", Exchange.Kind.registration), ("requests", .request)] {
            output(",\n  \"\(name)\": ")
            write(exchanges: kind, to: output)
        }
        output(",\n  \"schemaVersion\": \(Self.schemaVersion)")
        output(",\n  \"subscriptions\": ")
        write(exchanges: .subscription, to: output)
        output("\n}\n")
    }

    private func findings(_ judged: JudgedExchange) -> [JSONText] {
        judged.findings.map { $0.json(isCall: judged.summary.kind == .call) }
    }

    private func write(exchanges kind: Exchange.Kind, to output: (String) -> Void) {
        let exchanges = report.exchanges.lazy.filter { $0.summary.kind == kind }
        write(
            exchanges.map { ExchangeJSON(judged: $0, catalog: report.catalog, timers: report.timers).value }, to: output
        )
    }

    private func write(_ values: some Sequence<JSONText>, to output: (String) -> Void) {
        var isFirst = true
        for value in values {
            output((isFirst ? "[\n    " : ",\n    ") + value.document(indent: 2))
            isFirst = false
        }
        output(isFirst ? "[]" : "\n  ]")
    }
}
