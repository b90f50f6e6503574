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
        write(.calls, to: output)
        output(",\n  \"capture\": " + report.account.json.document(indent: 1))
        output(",\n  \"figures\": " + report.figures.json(report.catalog).document(indent: 1))
        if let filter = report.filter { output(",\n  \"filter\": " + filter.json.document(indent: 1)) }
        output(",\n  \"findings\": ")
        write(.findings, to: output)
        output(",\n  \"language\": \"\(report.catalog.languageTag)\"")
        output(",\n  \"messages\": " + report.counts.json.document(indent: 1))
        for (name, list) in [("registrations", ReportList.registrations), ("requests", .requests)] {
            output(",\n  \"\(name)\": ")
            write(list, to: output)
        }
        output(",\n  \"schemaVersion\": \(Self.schemaVersion)")
        output(",\n  \"subscriptions\": ")
        write(.subscriptions, to: output)
        output("\n}\n")
    }

    private func write(_ list: ReportList, to output: (String) -> Void) {
        var isFirst = true
        func write(_ element: String) {
            output((isFirst ? "[\n    " : ",\n    ") + element)
            isFirst = false
        }
        if let lists = report.lists {
            lists.write(list, to: write)
        } else {
            for judged in report.exchanges {
                let json = ExchangeJSON(judged: judged, catalog: report.catalog, timers: report.timers)
                if list == .findings { json.findingElements.forEach(write) }
                if list == ReportList(judged.summary.kind) { write(json.element) }
            }
        }
        output(isFirst ? "[]" : "\n  ]")
    }
}

extension ReportList {
    /// The list that exchanges of a kind are elements of.
    public init(_ kind: Exchange.Kind) {
        switch kind {
        case .call: self = .calls
        case .registration: self = .registrations
        case .subscription: self = .subscriptions
        case .request: self = .requests
        }
    }
}
