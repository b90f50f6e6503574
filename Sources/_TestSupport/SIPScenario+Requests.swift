import SIPParsing
import TraceTypes

/// Sending requests.
extension SIPScenario {
    /// Sends a request outside of any dialog, or, with `toTag`, inside of one. CSeq counts on by itself for each sender
    /// under a Call-ID, and each request has a branch of its own.
    @discardableResult
    package mutating func request(
        _ method: SIPParsing.Method, from: Party, to: Party, at seconds: Double, callID: String = defaultCallID,
        cseq: UInt32? = nil, branch: String? = nil, fromTag: String? = nil, toTag: String? = nil, uri: String? = nil,
        named methodName: String = "", lines: [String] = [], without: [String] = [], body: Body? = nil
    ) -> Request {
        let tag = fromTag ?? from.tag
        let request = Request(
            method: method, methodName: methodName, uri: uri ?? to.uri, from: from, to: to, callID: callID,
            cseq: nextCSeq(callID, tag, given: cseq), fromTag: tag, toTag: toTag,
            vias: [via(from.endpoint, nextBranch(given: branch))], source: from.endpoint, destination: to.endpoint,
            lines: lines, without: without, body: body)
        send(request, at: seconds)
        return request
    }

    /// Sends a request inside of the dialog that `invite` made; `tag` is the callee's, where it is not the usual one.
    @discardableResult
    package mutating func request(
        _ method: SIPParsing.Method, in invite: Request, from: Party, at seconds: Double, tag: String? = nil,
        cseq: UInt32? = nil, branch: String? = nil, lines: [String] = [], without: [String] = [], body: Body? = nil
    ) -> Request {
        let calleeTag = tag ?? invite.toTag ?? invite.to.tag
        let isCaller = from == invite.from
        return request(
            method, from: from, to: isCaller ? invite.to : invite.from, at: seconds, callID: invite.callID, cseq: cseq,
            branch: branch, fromTag: isCaller ? invite.fromTag : calleeTag,
            toTag: isCaller ? calleeTag : invite.fromTag, lines: lines, without: without, body: body)
    }

    /// Sends a request once more, byte for byte, or as edited by the test.
    package mutating func send(_ request: Request, at seconds: Double) {
        add(request.text, from: request.source, to: request.destination, at: seconds)
    }

    /// Has a proxy send a request on: Via grows by one value, Max-Forwards is one less.
    @discardableResult
    package mutating func forward(
        _ request: Request, by proxy: Party, to next: Party, at seconds: Double, branch: String? = nil,
        uri: String? = nil
    ) -> Request {
        var forwarded = request
        forwarded.vias.insert(via(proxy.endpoint, nextBranch(given: branch)), at: 0)
        forwarded.source = proxy.endpoint
        forwarded.destination = next.endpoint
        forwarded.uri = uri ?? request.uri
        send(forwarded, at: seconds)
        return forwarded
    }

    /// Acknowledges a final response: a 2xx with a branch of its own, any other with that of the INVITE and on its hop
    /// (RFC 3261 sections 13.2.2.4 and 17.1.1.3).
    @discardableResult
    package mutating func acknowledge(
        _ invite: Request, _ status: UInt16 = 200, at seconds: Double, tag: String? = nil
    ) -> Request {
        var ack = invite
        ack.method = .ack
        ack.toTag = tag ?? invite.toTag ?? invite.to.tag
        ack.lines = []
        ack.body = nil
        ack.vias = status < 300 ? [via(invite.source, nextBranch(given: nil))] : Array(invite.vias.prefix(1))
        send(ack, at: seconds)
        return ack
    }

    /// Cancels a request, with its branch and CSeq number (RFC 3261 section 9.1).
    @discardableResult
    package mutating func cancel(_ invite: Request, at seconds: Double, lines: [String] = []) -> Request {
        var cancel = invite
        cancel.method = .cancel
        cancel.lines = lines
        cancel.body = nil
        cancel.vias = Array(invite.vias.prefix(1))
        send(cancel, at: seconds)
        return cancel
    }

    /// A value of Via for what `endpoint` sends.
    func via(_ endpoint: Endpoint, _ branch: String) -> String {
        "SIP/2.0/\(transport.name) \(endpoint);branch=\(branch)"
    }
}
