import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

/// An exchange in a line: what a list shows of it, and what remains of it when its messages are let go.
public struct ExchangeSummary: Sendable {
    /// Who ended a call.
    public enum End: String, Sendable {
        case caller, callee
    }

    /// Counts exchanges of all kinds in the order of their first message.
    public let id: Int
    /// What the messages are for.
    public let kind: Exchange.Kind
    /// The method of its first request; for a response without its request, the one it answers.
    public let method: Method
    /// The name of that method; of one that is not registered as received, escaped.
    public let methodName: String
    /// The URI of From of its first leg, escaped.
    public let from: String
    /// The URI of To of its first leg, escaped.
    public let to: String
    /// When its first message passed.
    public let startTime: Timestamp
    /// When its last message passed.
    public let endTime: Timestamp
    /// How it ended: a word of the output contract.
    public let outcome: String
    /// The final status; 0 without one.
    public let status: UInt16
    /// The phrase of that response, escaped; empty without one.
    public let reason: String
    /// When the call was answered.
    public let answerTime: Timestamp?
    /// When the BYE passed that ended the call.
    public let hangupTime: Timestamp?
    /// Who sent that BYE.
    public let endedBy: End?
    /// The outcomes of its transfers, in order.
    public let transfers: [TransferOutcome]
    /// How many messages it had.
    public let messages: Int

    /// Sums up an exchange.
    public init(_ exchange: Exchange, _ timers: TimerValues) {
        id = exchange.id
        kind = exchange.kind
        let first = exchange.messages.first
        method = first?.method ?? .other
        methodName = first.map { _ in exchange.methodName(of: 0) } ?? ""
        from = exchange.legs.first.map { escaped(exchange.string($0.from)) } ?? ""
        to = exchange.legs.first.map { escaped(exchange.string($0.to)) } ?? ""
        startTime = exchange.startTime
        endTime = exchange.lastTime
        messages = exchange.messageCount
        transfers = exchange.transfers.map { exchange.outcome(of: $0, timers) }
        if exchange.kind == .call {
            let result = exchange.result(timers)
            outcome = result.outcome.rawValue
            status = result.status
            reason = exchange.phrase(of: result.final)
            let dialog =
                result.transaction.flatMap { index in
                    exchange.dialogs.first {
                        $0.invite == (exchange.transactions[index].primary ?? index) && $0.answerTime != nil
                    }
                } ?? exchange.dialogs.first { $0.invite == nil }
            answerTime = dialog?.answerTime
            hangupTime = dialog?.byeTime
            endedBy = dialog?.byeTime.map { _ in dialog?.byeByCaller == true ? .caller : .callee }
        } else {
            let result = exchange.requestResult(timers)
            outcome = result.outcome.rawValue
            status = result.status
            reason = exchange.phrase(of: result.final)
            answerTime = nil
            hangupTime = nil
            endedBy = nil
        }
    }

    /// Whether a call came to nothing, for another reason than that its caller gave it up.
    public var isFailure: Bool {
        kind == .call && !["answered", "cancelled", "undetermined"].contains(outcome)
    }

    /// Method, outcome and status, under which exchanges that are no calls are counted.
    public var countedAs: String {
        "\(methodName) \(outcome)\(status > 0 ? " \(status)" : "")"
    }

    /// From the answer to the BYE.
    public var duration: TimeSpan? {
        if let answerTime, let hangupTime { hangupTime - answerTime } else { nil }
    }
}

extension Exchange {
    /// The Call-IDs of its legs, escaped.
    var callIDs: [String] { legs.map { escaped(string($0.callID)) } }

    /// The reason phrase of a response, escaped.
    func phrase(of message: MessageIndex?) -> String {
        detail(.reasonPhrase, of: message).map { escaped(string($0)) } ?? ""
    }
}
