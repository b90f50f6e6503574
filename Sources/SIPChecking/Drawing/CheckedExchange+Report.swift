import SIPDialogs
import SIPReporting
import TraceTypes

extension CheckedExchange {
    /// An exchange of a report. With `isDrawn` it has its ladder and its diagram, as far as its messages are kept.
    public init(_ judged: JudgedExchange, in report: Report, isDrawn: Bool) {
        let summary = judged.summary
        self.init(
            id: summary.id, kind: summary.kind, title: judged.title(report.timers), outcome: summary.outcome,
            status: summary.status, length: summary.endTime - summary.startTime)
        guard isDrawn, let exchange = judged.exchange else { return }
        let frames = Set(exchange.messages.map(\.frame))
        let comments = report.account.comments.reduce(into: [FrameNumber: [String]]()) { comments, comment in
            if frames.contains(comment.frame) { comments[comment.frame, default: []].append(comment.text) }
        }
        let style = TextStyle(isColored: false)
        ladder = Ladder(exchange: exchange, catalog: report.catalog, style: style, comments: comments).rungs
            .map { Rung(text: $0.text, frame: $0.frame) }
        diagram = SequenceDiagram(exchange: exchange, catalog: report.catalog).lines
    }
}
