import SIPParsing
import TraceTypes

/// The reliable provisional responses of one callee to one INVITE, as the caller has to take them (RFC 3262 section 4):
/// the first sets the sequence number, each further one counts only when its RSeq is one higher, and each that counts
/// is acknowledged by a PRACK.
///
///     ──first──▶ sequence = RSeq ──RSeq = sequence + 1──▶ sequence + 1 ──▶ …
///                                ──any other RSeq──▶ kept, until those in between have come
///
/// It is driven by what passes the capture point.
public struct ReliableProvisionals: Sendable, Hashable {
    /// A reliable provisional response.
    public struct Response: Sendable, Hashable {
        /// RSeq.
        public let number: UInt32
        /// When it first passed.
        public let time: Timestamp
        /// Whether it had a session description.
        public let hasSession: Bool
        /// The message in the exchange's list.
        public let message: MessageIndex?
        /// When it last passed.
        public fileprivate(set) var lastTime: Timestamp
        /// How often it passed again.
        public fileprivate(set) var repeats = 0
        /// When the first PRACK for it passed.
        public fileprivate(set) var acknowledgedTime: Timestamp?
    }

    /// What a response is to those before it.
    public enum Effect: Sendable, Hashable {
        /// The first, or the next in order.
        case advanced
        /// Known already.
        case repeated
        /// Not the next one, which would be this.
        case outOfOrder(expected: UInt32)
        /// The first, with a number that the first must not have: 0, or 2**31 and above (section 3).
        case outOfRange
    }

    /// What a PRACK is to the responses.
    public enum Acknowledgement: Sendable, Hashable {
        /// It names a response that waits for it.
        case matched
        /// It names a response that another PRACK has named.
        case repeated
        /// It names no response that passed.
        case unknown
    }

    /// CSeq's number of the INVITE.
    public let cseq: UInt32
    /// The responses, in the order in which they first passed.
    public private(set) var responses: [Response] = []
    /// The number of the last response in order; nil before the first.
    public private(set) var sequence: UInt32?

    /// Begins with an INVITE of this CSeq number.
    public init(cseq: UInt32) {
        self.cseq = cseq
    }

    /// A response passed.
    public mutating func response(
        _ number: UInt32, at time: Timestamp, hasSession: Bool = false, message: MessageIndex? = nil
    ) -> Effect {
        if let known = responses.firstIndex(where: { $0.number == number }) {
            responses[known].repeats += 1
            responses[known].lastTime = max(responses[known].lastTime, time)
            return .repeated
        }
        responses.append(
            Response(number: number, time: time, hasSession: hasSession, message: message, lastTime: time))
        guard let last = sequence else {
            sequence = number
            return Self.firstNumbers.contains(number) ? .advanced : .outOfRange
        }
        // Numbers do not wrap around (section 3).
        guard last < .max, number == last + 1 else { return .outOfOrder(expected: last &+ 1) }
        var next = number
        while next < .max, responses.contains(where: { $0.number == next + 1 }) { next += 1 }
        sequence = next
        return .advanced
    }

    /// A PRACK passed.
    public mutating func acknowledge(_ rack: RAck, at time: Timestamp) -> Acknowledgement {
        guard rack.method == .invite, rack.cseqNumber == cseq,
            let index = responses.firstIndex(where: { $0.number == rack.responseNumber })
        else { return .unknown }
        guard responses[index].acknowledgedTime == nil else { return .repeated }
        responses[index].acknowledgedTime = time
        return .matched
    }

    /// Whether a response has its place in the sequence, so that the caller owes it a PRACK.
    public func isInOrder(_ response: Response) -> Bool {
        guard let first = responses.first, let sequence else { return false }
        return (first.number...max(first.number, sequence)).contains(response.number)
    }

    /// The responses that waited for their PRACK at `time`, in order.
    public func unacknowledged(at time: Timestamp) -> [Response] {
        responses.filter { response in
            isInOrder(response) && response.time <= time && response.acknowledgedTime.map { $0 > time } ?? true
        }
    }

    /// When the callee stops waiting for the PRACK: after 64*T1 (section 3).
    public func deadline(of response: Response, _ timers: TimerValues) -> Timestamp {
        response.time + timers.transactionTimeout
    }

    /// What the first RSeq may be (section 3).
    private static let firstNumbers: ClosedRange<UInt32> = 1...0x7FFF_FFFF
}
