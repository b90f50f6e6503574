import SIPCatalog
import SIPDialogs
import SIPReporting

/// The lists of a report as a command asks for them, written while exchanges are judged.
struct SpooledLists: ReportLists {
    private let form: AnalysisOptions.ListForm
    private let options: (catalog: Catalog, timers: TimerValues)
    private var spools: [ReportList: RecordSpool] = [:]

    init(_ form: AnalysisOptions.ListForm, _ catalog: Catalog, _ timers: TimerValues) {
        self.form = form
        options = (catalog, timers)
    }

    /// Writes an exchange down; for JSON with its messages, where it has them.
    mutating func add(_ judged: JudgedExchange) {
        switch form {
        case .text(let style):
            guard judged.summary.kind == .call else { return }
            add(CallTable.row(of: judged, style: style, options.catalog), to: .callRows, judged)
        case .json:
            let json = ExchangeJSON(judged: judged, catalog: options.catalog, timers: options.timers)
            add(Array(json.element.utf8), to: ReportList(judged.summary.kind), judged)
            for finding in json.findingElements { add(Array(finding.utf8), to: .findings, judged) }
        }
    }

    private mutating func add(_ text: [UInt8], to list: ReportList, _ judged: JudgedExchange) {
        spools[list, default: RecordSpool()].add(text, number: judged.summary.id)
    }

    func write(_ list: ReportList, to output: (String) -> Void) {
        spools[list]?.forEach(output)
    }
}
