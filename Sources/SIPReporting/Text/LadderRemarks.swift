import SIPCatalog
import SIPDialogs
import SIPFindings
import TraceTypes

/// What a ladder says beside the arrow of a message.
struct LadderRemarks {
    let exchange: Exchange
    let catalog: Catalog
    /// What the capture says of frames.
    let comments: [FrameNumber: [String]]

    /// The remarks on a message and its copies, in the order of their weight.
    func remarks(on index: MessageIndex, _ copies: [MessageIndex]) -> [String] {
        let message = exchange.messages[index]
        var remarks =
            message.isRepeat
            ? []
            : [
                exchange.annotation(of: index, catalog)?.text, exchange.bodySummary(of: index, catalog),
                exchange.malformation(of: index, catalog),
            ]
            .compactMap { $0 }
        if let flags = flags(message) { remarks.append(flags) }
        if !copies.isEmpty { remarks.append(captured(message, copies)) }
        for frame in [message.frame] + copies.map({ exchange.messages[$0].frame }) {
            remarks += (comments[frame] ?? []).map { say(.comment, ["text": .text(escaped($0))]) }
        }
        return remarks
    }

    /// What tracking found out about a message.
    func flags(_ message: MessageRecord) -> String? {
        if message.flags.contains(.duplicate) { return say(.capturedTwice) }
        if message.flags.contains(.responseLost) { return say(.responseLost) }
        if message.flags.contains(.retransmission) { return say(.retransmission) }
        if message.flags.contains(.truncated) { return say(.cutShort) }
        return message.flags.contains(.laterHop) ? say(.nextHop) : nil
    }

    /// How often a packet was captured, and where else than between the addresses shown.
    private func captured(_ message: MessageRecord, _ copies: [MessageIndex]) -> String {
        var paths: [String] = []
        for copy in copies.map({ exchange.messages[$0] })
        where copy.source != message.source || copy.destination != message.destination {
            let path = "\(exchange.source(of: copy)) → \(exchange.destination(of: copy))"
            if !paths.contains(path) { paths.append(path) }
        }
        return say(
            .capturedTimes, ["count": .number(copies.count + 1), "paths": .text(paths.joined(separator: ", "))])
    }

    private func say(_ phrase: ReportPhrase, _ values: PhraseValues = [:]) -> String { catalog.text(phrase, values) }
}
