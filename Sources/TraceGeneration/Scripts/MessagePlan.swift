/// One message of a script: everything but what differs between two exchanges of the same kind.
struct MessagePlan: Sendable {
    /// The start line.
    enum StartLine: Sendable, Equatable {
        case request(RequestMethod, SIPAddress)
        case response(Int, to: RequestMethod)
    }

    var startLine: StartLine
    /// Which of the exchange's Call-IDs this message has.
    var leg: Int
    /// Who the request of this transaction is from, and to.
    var from: SIPAddress
    var to: SIPAddress
    /// Whose packet it is, and to whom.
    var sender: Role
    var receiver: Role
    /// Whether the request came from the party that opened the leg.
    var isFromCaller: Bool
    /// Which branch: messages of one transaction share it.
    var transaction: Int
    /// The CSeq number, counted from 0 for each leg and direction.
    var cseq: Int
    /// Which tag the called side has; 0 where it has none yet.
    var calleeTag = 0
    var fields: [HeaderField] = []
    var body = MessageBody.none
    var isRetransmission = false

    /// The method of the request, or of the request that this response answers.
    var method: RequestMethod {
        switch startLine {
        case .request(let method, _), .response(_, let method): method
        }
    }

    /// The Request-URI; nil for a response.
    var requestURI: SIPAddress? {
        if case .request(_, let target) = startLine { target } else { nil }
    }

    /// Who sent the request of this transaction: where its Via header field points.
    var requester: Role {
        requestURI == nil ? receiver : sender
    }
}
