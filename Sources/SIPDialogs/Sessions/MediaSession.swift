import SIPParsing
import TraceTypes

/// What both sides of a dialog agreed on, until they agree on something else.
public struct MediaSession: Sendable {
    /// One agreed media line.
    public struct Medium: Sendable, Hashable {
        /// `audio`, `video` …
        public let kind: String
        /// The answer's first format that the offer has; nil where none is found. Events (RFC 4733) are left aside.
        public let codec: String?
        /// Which way the media flow, seen from the caller.
        public let direction: Media.Direction
        /// Where the caller receives: `192.0.2.1:4000`; nil where it does not say.
        public let callerAddress: String?
        /// Where the callee receives.
        public let calleeAddress: String?
    }

    /// When it was agreed.
    public let startTime: Timestamp
    /// The message with the offer.
    public let offer: MessageIndex
    /// The message with the answer.
    public let answer: MessageIndex
    /// Who offered.
    public let offerer: DialogSide
    /// The media that run, in their order.
    public let media: [Medium]
    /// Who asks the other to wait (RFC 3264 section 8.4).
    public internal(set) var holders: Set<DialogSide>

    /// Puts an offer and its answer together.
    init(
        at time: Timestamp, offer: (MessageIndex, SessionDescription), answer: (MessageIndex, SessionDescription),
        by offerer: DialogSide
    ) {
        startTime = time
        self.offer = offer.0
        self.answer = answer.0
        self.offerer = offerer
        let pairs = zip(offer.1.media, answer.1.media).filter { !$0.isDisabled && !$1.isDisabled }
        media = pairs.map { Medium(offer: $0, answer: $1, by: offerer) }
        holders = []
        guard !pairs.isEmpty else { return }
        if pairs.allSatisfy({ $0.0.isHold }) { holders.insert(offerer) }
        // An answer to `inactive` can be nothing else, and that to `sendonly` not more than `recvonly`.
        if pairs.allSatisfy({ $0.1.isHold && $0.0.direction != .inactive }) { holders.insert(offerer.other) }
    }
}

extension MediaSession.Medium {
    fileprivate init(offer: Media, answer: Media, by offerer: DialogSide) {
        let (caller, callee) = offerer == .caller ? (offer, answer) : (answer, offer)
        kind = offer.kind
        codec = Self.codec(offer, answer)
        callerAddress = caller.address
        calleeAddress = callee.address
        switch (caller.sends && callee.receives, callee.sends && caller.receives) {
        case (true, true): direction = .sendrecv
        case (true, false): direction = .sendonly
        case (false, true): direction = .recvonly
        case (false, false): direction = .inactive
        }
    }

    private static func codec(_ offer: Media, _ answer: Media) -> String? {
        answer.codecTable.first { codec in
            codec.name.lowercased() != "telephone-event"
                && offer.codecTable.contains { other in
                    other.name.lowercased() == codec.name.lowercased() && other.clockRate == codec.clockRate
                }
        }?.name
    }
}

extension Media {
    fileprivate var sends: Bool { direction == .sendrecv || direction == .sendonly }
    fileprivate var receives: Bool {
        (direction == .sendrecv || direction == .recvonly) && (connection != "0.0.0.0" || usesICE)
    }

    fileprivate var address: String? {
        connection.map { $0.utf8.contains(58) ? "[\($0)]:\(port)" : "\($0):\(port)" }
    }
}
