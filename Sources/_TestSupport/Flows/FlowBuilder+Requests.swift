import SIPParsing
import TraceTypes

/// Lines that are requests.
extension FlowBuilder {
    private static let initialOnly: Set<SIPParsing.Method> = [.register, .publish]

    /// Sends a request of any method.
    mutating func request(
        _ name: String, _ hop: Hop, _ words: FlowWords, _ details: FlowDetails
    ) throws(FlowError) {
        let method = SIPParsing.Method.allCases.first { $0.name == name } ?? .other
        if method == .ack || method == .cancel, !words.isNew { return try finish(method, hop, words, details) }
        guard words.target == nil else { throw hop.line.error(.unknownWord("for")) }
        let from = try words.from.map { name throws(FlowError) in try party(name, hop.line) } ?? hop.sender
        // To of a REGISTER is whom it registers, and its Request-URI the domain alone (RFC 3261 section 10.2).
        let usual = method == .register ? from : hop.receiver
        let to = try words.to.map { name throws(FlowError) in try party(name, hop.line) } ?? usual
        let call = words.call ?? callID
        let pair = Self.pair(call, from.name, to.name)
        let dialog = words.isNew || Self.initialOnly.contains(method) ? nil : dialogs[pair]
        let fromTag = words.tag ?? dialog?.tags[from.name] ?? from.tag
        var request = SIPScenario.Request(
            method: method, methodName: name, uri: words.lead ?? uri(method, hop, to), from: from, to: to, callID: call,
            cseq: result.scenario.nextCSeq(call, fromTag, given: words.cseq), fromTag: fromTag,
            toTag: words.toTag ?? dialog?.tags[to.name],
            vias: [result.scenario.via(hop.sender.endpoint, result.scenario.nextBranch(given: words.branch))],
            source: hop.sender.endpoint, destination: hop.receiver.endpoint)
        if method == .notify, dialog == nil, !words.isNew, let asked = subscriber(call, to.name, from.name) {
            request.toTag = words.toTag ?? asked
            dialogs[pair] = Dialog(tags: [from.name: fromTag, to.name: asked], request: nil)
        }
        if method == .prack, let (rack, tag) = reliable[call] {
            if !details.names("RAck") { request.lines.append("RAck: \(rack)") }
            request.toTag = words.toTag ?? tag
        }
        details.apply(to: &request)
        send(request, hop, words, isInitial: dialog == nil && words.toTag == nil)
    }

    /// Sends ACK or CANCEL for an INVITE.
    private mutating func finish(
        _ method: SIPParsing.Method, _ hop: Hop, _ words: FlowWords, _ details: FlowDetails
    ) throws(FlowError) {
        let isAck = method == .ack
        guard let index = try finished(hop, words, isAck: isAck) else {
            throw hop.line.error(.nothingTo(isAck ? "acknowledge" : "cancel"))
        }
        let sent = requests[index]
        var request = sent.request
        (request.method, request.methodName) = (method, method.name)
        (request.lines, request.extra, request.without, request.body) = ([], [], [], nil)
        if isAck { request.toTag = sent.request.toTag ?? sent.answerTag ?? sent.request.to.tag }
        request.vias = Array(request.vias.prefix(1))
        // A 2xx is acknowledged end to end, with a branch of its own (RFC 3261 section 13.2.2.4).
        if (isAck && sent.finalStatus < 300) || words.branch != nil {
            request.vias = [
                result.scenario.via(hop.sender.endpoint, result.scenario.nextBranch(given: words.branch))
            ]
        }
        request.source = hop.sender.endpoint
        request.destination = hop.receiver.endpoint
        if let name = words.from { request.from = try party(name, hop.line) }
        if let name = words.to { request.to = try party(name, hop.line) }
        request.uri = words.lead ?? request.uri
        request.fromTag = words.tag ?? request.fromTag
        request.toTag = words.toTag ?? request.toTag
        request.cseq = words.cseq ?? request.cseq
        details.apply(to: &request)
        send(request, hop, words, isInitial: false)
    }

    /// Sends on what the sender received.
    mutating func forward(_ hop: Hop, _ words: FlowWords, _ details: FlowDetails) throws(FlowError) {
        if let word = words.identity { throw hop.line.error(.unknownWord(word)) }
        guard let index = try find(words, { $0.receiver == hop.sender.name }, hop.line) else {
            throw hop.line.error(.nothingTo("forward"))
        }
        var request = requests[index].request
        let branch = result.scenario.nextBranch(given: words.branch)
        request.vias.insert(result.scenario.via(hop.sender.endpoint, branch), at: 0)
        request.source = hop.sender.endpoint
        request.destination = hop.receiver.endpoint
        request.uri = words.lead ?? request.uri
        details.apply(to: &request)
        send(request, hop, words, isInitial: requests[index].isInitial)
    }

    /// Sends the same bytes again.
    mutating func repeatMessage(_ hop: Hop, _ words: ArraySlice<FlowLine.Word>) throws(FlowError) {
        let label = words.first.map { String($0.text.dropFirst()) }
        guard words.count < 2, words.first.map({ $0.text.hasPrefix("@") }) ?? true else {
            throw hop.line.error(.form("again [@LABEL]"))
        }
        let copy = copies.last {
            label == nil ? $0.sender == hop.sender.name && $0.receiver == hop.receiver.name : $0.label == label
        }
        guard let copy else {
            throw hop.line.error(label.map { .unknownLabel($0) } ?? .nothingTo("send again"))
        }
        result.scenario.add(copy.text, from: hop.sender.endpoint, to: hop.receiver.endpoint, at: hop.time)
    }

    private mutating func send(_ request: SIPScenario.Request, _ hop: Hop, _ words: FlowWords, isInitial: Bool) {
        result.scenario.send(request, at: hop.time)
        requests.append(
            Sent(
                request: request, sender: hop.sender.name, receiver: hop.receiver.name, label: words.label,
                isInitial: isInitial))
        record(request.text, hop, words)
    }

    private func uri(_ method: SIPParsing.Method, _ hop: Hop, _ to: SIPScenario.Party) -> String {
        let uri = method == .register ? hop.receiver.uri : to.uri
        guard method == .register, let host = uri.split(separator: "@").last else { return uri }
        return "sip:\(host)"
    }
}
