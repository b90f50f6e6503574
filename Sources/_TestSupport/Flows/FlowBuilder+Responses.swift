import SIPParsing
import TraceTypes

/// Lines that are responses.
extension FlowBuilder {
    /// Answers a request.
    mutating func respond(
        _ status: UInt16, _ hop: Hop, _ words: FlowWords, _ details: FlowDetails
    ) throws(FlowError) {
        let isOnHop = { (sent: Sent) in
            sent.sender == hop.receiver.name && sent.receiver == hop.sender.name && sent.request.method != .ack
        }
        var found = try find(words, { isOnHop($0) && $0.finalStatus == 0 }, hop.line)
        if found == nil { found = try find(words, isOnHop, hop.line) }
        guard let index = found else { throw hop.line.error(.nothingTo("answer")) }
        var request = requests[index].request
        request.source = hop.receiver.endpoint
        request.destination = hop.sender.endpoint
        request.cseq = words.cseq ?? request.cseq
        if let branch = words.branch, !request.vias.isEmpty {
            request.vias[0] = result.scenario.via(hop.receiver.endpoint, "z9hG4bK" + branch)
        }
        // Who registers itself is the party of both From and To.
        let usual = request.from == request.to ? hop.sender.tag : request.to.tag
        let tag = words.toTag ?? words.tag ?? request.toTag ?? (status == 100 ? nil : usual)
        request.toTag = tag
        result.scenario.response(
            status, to: request, at: hop.time, phrase: words.lead, lines: details.lines, extra: details.extra,
            without: details.without, body: details.body)
        record(result.scenario.lastText, hop, words)
        if let value = details.lines.first(where: { SIPScenario.fieldName($0) == "rseq" }), status < 200 {
            let number = value.split(separator: ":").last?.split(separator: " ").first ?? ""
            reliable[request.callID] = ("\(number) \(request.cseq) \(request.method.name)", tag)
        }
        note(status, tag, of: index)
    }

    /// Keeps what a response says of its request and of the dialog.
    private mutating func note(_ status: UInt16, _ tag: String?, of index: Int) {
        if status >= 200 { requests[index].finalStatus = status }
        requests[index].answerTag = tag ?? requests[index].answerTag
        let request = requests[index].request
        guard request.method == .invite || request.method == .subscribe || request.method == .refer,
            requests[index].isInitial, let tag
        else { return }
        let pair = Self.pair(request.callID, request.from.name, request.to.name)
        if (101...299).contains(status) {
            let tags = [request.from.name: request.fromTag, request.to.name: tag]
            dialogs[pair] = Dialog(tags: tags, request: index)
        } else if status >= 300, dialogs[pair]?.request == index {
            dialogs[pair] = nil
        }
    }
}
