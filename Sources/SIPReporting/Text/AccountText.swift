import SIPCatalog
import SIPFindings
import SIPParsing
import TraceTypes

/// The head of a report: what was read, and what became of it.
struct AccountText {
    let report: Report
    let style: TextStyle

    var lines: [String] {
        report.account.inputs.map(input) + [frames, messages, malformed].compactMap { $0 } + losses
            + [report.filter?.line(report.catalog)].compactMap { $0 }
    }

    private func say(_ phrase: ReportPhrase, _ values: PhraseValues = [:]) -> String {
        report.catalog.text(phrase, values)
    }

    private func input(_ input: CaptureAccount.Input) -> String {
        var values: PhraseValues = [
            "name": .text(style(.heading, escaped(input.name))), "frames": .number(Int(input.frames)),
        ]
        if let first = input.firstTime, let last = input.lastTime {
            values["first"] = .text("\(first)")
            values["last"] = .text("\(last)")
            values["span"] = .duration(last - first)
        }
        return say(.input, values)
    }

    private var frames: String? {
        let account = report.account
        guard account.frames > 0 else { return nil }
        var parts = [say(.framesSIP, ["count": .text("\(account.sipFrames)")])]
        if account.truncatedFrames > 0 {
            parts.append(say(.framesCut, ["count": .text("\(account.truncatedFrames)")]))
        }
        parts += named(account.otherFrames, .framesOther)
        parts += named(account.incompleteFrames, .framesInParts)
        parts += named(account.undecodedFrames, .framesUndecoded)
        return say(.frames, ["parts": .text(parts.joined(separator: ", "))])
    }

    private func named(_ counts: [String: Int], _ phrase: ReportPhrase) -> [String] {
        guard !counts.isEmpty else { return [] }
        let names = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        let total = counts.values.reduce(0, +)
        return [say(phrase, ["count": .number(total), "names": .text(names.joined(separator: ", "))])]
    }

    private var messages: String? {
        let counts = report.counts
        guard counts.total > 0 else { return nil }
        let requests = counts.requests.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            "\($0.key) \($0.value)"
        }
        let responses = counts.responses.sorted { $0.key < $1.key }.map {
            "\($0.key > 0 ? String($0.key) : say(.noStatus)) ×\($0.value)"
        }
        let kinds = (requests + responses).joined(separator: ", ")
        let remarks = [
            (counts.retransmissions, ReportPhrase.retransmitted), (counts.duplicates, .duplicates),
            (counts.malformed, .malformedCount), (report.account.truncatedMessages, .cutMessages),
        ].filter { $0.0 > 0 }.map { say($0.1, ["count": .number($0.0)]) }
        return say(
            .messages,
            [
                "total": .number(counts.total), "kinds": .text(kinds),
                "remarks": .text(remarks.joined(separator: ", ")),
            ])
    }

    /// What breaks the grammar, by name, with the number of messages that have it and the first of their frames.
    private var malformed: String? {
        let errors = Set(Anomaly.Kind.allCases.filter(\.isError).map(\.name))
        let counts = report.counts.anomalies.filter { errors.contains($0.key) }
        guard report.counts.malformed > 0, !counts.isEmpty else { return nil }
        let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { name, count in
            let frames = (report.counts.anomalyFrames[name] ?? []).prefix(Self.framesNamed)
            let more = count > frames.count ? ", …" : ""
            let list = frames.map { String($0) }.joined(separator: ", ")
            return say(
                .malformedKind, ["name": .text(name), "count": .number(count), "frames": .text(list + more)])
        }
        return say(.malformed, ["parts": .text(parts.joined(separator: ", "))])
    }

    private static let framesNamed = 3

    /// What was lost in putting datagrams and streams together.
    private static let reassemblyLosses: [(event: String, phrase: ReportPhrase)] = [
        ("stream-gap", .streamGap), ("stream-evicted", .streamEvicted),
        ("stream-buffer-evicted", .streamBufferEvicted), ("fragments-expired", .fragmentsExpired),
        ("fragments-evicted", .fragmentsEvicted),
    ]

    private var losses: [String] {
        let account = report.account
        var lines = account.inputs.compactMap { input in
            input.cut.map { say(.cutFile, ["name": .text(escaped(input.name)), "reason": .text($0)]) }
        }
        let counts: [(ReportPhrase, Int)] =
            [
                (.droppedByKernel, Int(account.droppedFrames)), (.droppedByDevice, Int(account.droppedByInterface)),
                (.droppedByProgram, Int(account.droppedByProgram)),
            ]
            + Self.reassemblyLosses.map { ($0.phrase, account.reassembly[$0.event] ?? 0) }
            + [
                (.withoutCallID, account.messagesWithoutCallID), (.oversize, account.oversizeMessages),
                (.skippedBytes, account.skippedStreamBytes), (.evictedCalls, account.evictedExchanges),
            ]
        lines += counts.filter { $0.1 > 0 }.map { say($0.0, ["count": .number($0.1)]) }
        return lines.map { style(.caution, $0) }
    }
}
