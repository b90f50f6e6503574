import SIPDialogs
import SIPParsing
import TraceTypes

/// What is known of how a call went, in numbers and names: what its story is made of.
public struct CallFacts: Sendable {
    /// Who ended a call.
    public enum End: Sendable, Hashable {
        /// A side sent BYE.
        case bye(DialogSide)
        /// An element that is neither side sent BYE.
        case byeFrom(IPAddress)
        /// The caller sent CANCEL.
        case cancel
        /// A hop between sent CANCEL.
        case cancelFrom(IPAddress)
    }

    /// Who gave the final response that a call failed with: of the hops seen, the one nearest to the callee.
    public struct Decision: Sendable, Hashable {
        /// Its address.
        public let address: Endpoint
        /// How many Via values the request had that it answered.
        public let viaDepth: Int
        /// What it says it is: Server, or else User-Agent; escaped.
        public let software: String?
        /// Whether the response has the To tag of one that rang: an end device gave it.
        public let isFromRingingDevice: Bool
    }

    /// The result that the facts belong to.
    public let result: AttemptResult
    /// When the first INVITE passed; nil where it passed before the capture.
    public let startTime: Timestamp?
    /// When the deciding INVITE began to ring (180).
    public let ringTime: Timestamp?
    /// From the first INVITE to the answer.
    public let setupDelay: TimeSpan?
    /// From the first INVITE to the first 180, or 183 with a session description.
    public let postDialDelay: TimeSpan?
    /// From the first 180 to the final response, or to the CANCEL.
    public let ringing: TimeSpan?
    /// The dialog that was answered.
    public let dialog: Dialog?
    /// Who ended it.
    public let end: End?
    /// How many devices rang.
    public let ringingDevices: Int
    /// The sessions that were agreed.
    public let sessions: [MediaSession]
    /// When one side had the other wait.
    public let holds: [HoldPeriod]
    /// Who gave the failure's final response.
    public let decision: Decision?

    /// Gathers what an exchange shows of its call, or of one leg of it.
    public init(_ exchange: Exchange, leg: Int? = nil, _ timers: TimerValues) {
        let result = leg.map { exchange.result(ofLeg: $0, timers) } ?? exchange.result(timers)
        self.result = result
        let invite = result.transaction.map { exchange.transactions[$0] }
        let firstLeg = leg ?? exchange.rootLeg(of: invite?.leg ?? 0)
        let first = exchange.transactions.first { $0.leg == firstLeg && $0.isInitialInvite && $0.request != nil }
        startTime = first?.startTime
        let dialog = exchange.answeredDialog(of: result, leg: leg)
        self.dialog = dialog
        let responses = result.transaction.map(exchange.responses) ?? []
        ringTime = responses.first { $0.message.status == 180 }?.message.time
        let progress = responses.first { response in
            response.message.status == 180
                || (response.message.status == 183 && exchange.detail(.sessionDescription, of: response.index) != nil)
        }
        let start = first?.startTime
        setupDelay = start.flatMap { start in dialog?.answerTime.map { $0 - start } }
        postDialDelay = start.flatMap { start in progress.map { $0.message.time - start } }
        let until = dialog?.answerTime ?? [invite?.cancelTime, invite?.finalTime].compactMap { $0 }.min()
        ringing = ringTime.flatMap { ring in until.map { $0 - ring } }.flatMap { $0.nanoseconds < 0 ? nil : $0 }
        end = exchange.end(of: dialog, invite)
        ringingDevices = result.transaction.map(exchange.ringingDevices) ?? 0
        sessions = dialog.map(exchange.mediaSessions) ?? []
        holds = dialog.map(exchange.holdPeriods) ?? []
        let isFailure = result.status >= 300 && result.outcome != .cancelled
        decision = isFailure ? result.transaction.flatMap(exchange.decision) : nil
    }

    /// The codecs that were agreed, each once, in their order; escaped.
    public var codecs: [String] {
        sessions.flatMap(\.media).compactMap(\.codec).reduce(into: []) { names, name in
            let name = escaped(name)
            if !names.contains(name) { names.append(name) }
        }
    }
}
