import SIPFindings
import SIPParsing
import TraceTypes

/// The head of a report: what was read, and what became of it.
struct AccountText {
    let report: Report
    let style: TextStyle

    var lines: [String] {
        report.account.inputs.map(input) + [frames, messages, malformed].compactMap { $0 } + losses
            + [report.filter?.line].compactMap { $0 }
    }

    private func input(_ input: CaptureAccount.Input) -> String {
        var line = "\(style(.heading, escaped(input.name))): \(counted(Int(input.frames), "frame"))"
        if let first = input.firstTime, let last = input.lastTime { line += ", \(first) to \(last) (\(last - first))" }
        return line
    }

    private var frames: String? {
        let account = report.account
        guard account.frames > 0 else { return nil }
        var parts = ["\(account.sipFrames) SIP"]
        if account.truncatedFrames > 0 { parts.append("\(account.truncatedFrames) SIP cut by a snap length") }
        parts += named(account.otherFrames, "other")
        parts += named(account.incompleteFrames, "in parts")
        parts += named(account.undecodedFrames, "not decoded")
        return "Frames: " + parts.joined(separator: ", ")
    }

    private func named(_ counts: [String: Int], _ word: String) -> [String] {
        guard !counts.isEmpty else { return [] }
        let names = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        return ["\(counts.values.reduce(0, +)) \(word) (\(names.joined(separator: ", ")))"]
    }

    private var messages: String? {
        let counts = report.counts
        guard counts.total > 0 else { return nil }
        let requests = counts.requests.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            "\($0.key) \($0.value)"
        }
        let responses = counts.responses.sorted { $0.key < $1.key }.map {
            "\($0.key > 0 ? String($0.key) : "no status code") ×\($0.value)"
        }
        var text = "Messages: \(counts.total) (" + (requests + responses).joined(separator: ", ") + ")"
        let remarks = [
            (counts.retransmissions, "retransmitted"), (counts.duplicates, "captured twice"),
            (counts.malformed, "malformed"), (report.account.truncatedMessages, "cut short in the capture"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if !remarks.isEmpty { text += "; " + remarks.joined(separator: ", ") }
        return text
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
            return "\(name) ×\(count) (\(count == 1 ? "frame" : "frames") \(list)\(more))"
        }
        return "Malformed: " + parts.joined(separator: ", ")
    }

    private static let framesNamed = 3

    /// What was lost in putting datagrams and streams together: the event, and how to say it.
    private static let reassemblyLosses = [
        ("stream-gap", "gap", "in TCP streams: segments that were never seen"),
        ("stream-evicted", "TCP stream", "forgotten for want of room"),
        ("stream-buffer-evicted", "part", "of a message on a TCP stream given up for want of room"),
        ("fragments-expired", "datagram", "of which a fragment never came"),
        ("fragments-evicted", "datagram", "in fragments given up for want of room"),
    ]

    private var losses: [String] {
        let account = report.account
        var lines = account.inputs.compactMap { input in
            input.cut.map { "\(escaped(input.name)): \($0); all before that was read" }
        }
        if account.droppedFrames > 0 {
            lines.append("\(counted(Int(account.droppedFrames), "frame")) dropped by the kernel")
        }
        if account.droppedByInterface > 0 {
            lines.append("\(counted(Int(account.droppedByInterface), "frame")) dropped by the device")
        }
        if account.droppedByProgram > 0 {
            lines.append("\(counted(Int(account.droppedByProgram), "frame")) lost by sipwatch, which did not keep up")
        }
        lines += Self.reassemblyLosses.compactMap { event, noun, remark in
            account.reassembly[event].map { "\(counted($0, noun)) \(remark)" }
        }
        if account.messagesWithoutCallID > 0 {
            lines.append("\(counted(account.messagesWithoutCallID, "message")) without a Call-ID")
        }
        if account.oversizeMessages > 0 {
            lines.append("\(counted(account.oversizeMessages, "message")) over the limit of a stream")
        }
        if account.skippedStreamBytes > 0 {
            lines.append("\(counted(account.skippedStreamBytes, "byte")) of SIP streams that belong to no message")
        }
        if account.evictedExchanges > 0 {
            lines.append("\(counted(account.evictedExchanges, "open call")) given up for want of room")
        }
        return lines.map { style(.caution, $0) }
    }
}

/// `1 frame`, `2 frames`.
func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
