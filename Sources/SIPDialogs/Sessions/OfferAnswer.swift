import SIPParsing

/// The offer/answer exchanges of one dialog (RFC 3264), by the six patterns of RFC 6337 section 2.2:
///
///     offer in           answer in
///     INVITE             2xx, or a reliable 1xx
///     2xx                ACK
///     reliable 1xx       PRACK
///     PRACK, UPDATE      the 2xx to it
///
/// It is fed the messages of the dialog in order, each once; it has no clock.
public struct OfferAnswer: Sendable {
    /// Where the dialog stands.
    public enum State: Sendable, Hashable {
        /// No session was agreed, and no offer is open.
        case stable
        /// An offer waits for its answer; `hasSession` tells whether a session was agreed before.
        case offered(by: DialogSide, in: MessageIndex, hasSession: Bool)
        /// A session is agreed, and no offer is open.
        case answered
    }

    /// How far an INVITE is with its one exchange.
    private enum Progress {
        case open, done
    }

    /// Where an open offer was made, for the answer to be known by.
    private struct Origin {
        let transaction: TransactionIndex
        let place: Place
    }

    private enum Place {
        case request, provisional, success
    }

    /// Where the dialog stands.
    public private(set) var state = State.stable
    private var origin: Origin?
    /// The INVITE at hand and its progress: of all its responses one answers, or offers.
    private var invite: (transaction: TransactionIndex, progress: Progress)?

    /// Begins without a session; with one, where the dialog began before the capture did.
    public init(hasSession: Bool = false) {
        if hasSession { state = .answered }
    }

    /// Takes in a message.
    public mutating func feed(_ event: OfferAnswerEvent) -> OfferAnswerEffect {
        switch event.kind {
        case .invite:
            invite = (event.transaction, .open)
            return offer(event, .request)
        case .update: return offer(event, .request)
        case .prack:
            return opened(.provisional, by: event.sender.other) ? answer(event) : offer(event, .request)
        case .acknowledgement:
            if opened(.success, by: event.sender.other) { return answer(event) }
            return event.description == .present ? .unexpected : .none
        case .provisional(let isReliable): return provisional(event, isReliable: isReliable)
        case .success(of: .invite): return inviteAnswered(event)
        case .success:
            if isOpen(event, .request) { return answer(event) }
            return event.description == .present ? .unexpected : .none
        case .failure(let method): return failed(event, method)
        }
    }

    private mutating func provisional(_ event: OfferAnswerEvent, isReliable: Bool) -> OfferAnswerEffect {
        guard event.description == .present else { return .none }
        if isOpen(event, .request), let open = openOffer {
            return isReliable ? answer(event) : .preview(of: open)
        }
        guard invite?.transaction == event.transaction, invite?.progress == .open else {
            return invite?.transaction == event.transaction ? .repeatedAnswer : .unexpected
        }
        return isReliable ? offer(event, .provisional) : .unexpected
    }

    private mutating func inviteAnswered(_ event: OfferAnswerEvent) -> OfferAnswerEffect {
        if isOpen(event, .request) { return answer(event) }
        guard event.description == .present else { return .none }
        guard invite?.transaction == event.transaction else { return .unexpected }
        return invite?.progress == .done ? .repeatedAnswer : offer(event, .success)
    }

    private mutating func offer(_ event: OfferAnswerEvent, _ place: Place) -> OfferAnswerEffect {
        guard event.description == .present else { return .none }
        if case .offered = state { return .unexpected }
        origin = Origin(transaction: event.transaction, place: place)
        state = .offered(by: event.sender, in: event.message, hasSession: state == .answered)
        if place != .request { invite?.progress = .done }
        return .offer
    }

    /// The message that must answer the open offer: what it carries is the answer.
    private mutating func answer(_ event: OfferAnswerEvent) -> OfferAnswerEffect {
        guard let open = openOffer else { return .none }
        if invite?.transaction == origin?.transaction { invite?.progress = .done }
        if event.description == .absent {
            rollBack()
            return .answerMissing(to: open)
        }
        origin = nil
        state = .answered
        return event.description == .present ? .answer(to: open) : .none
    }

    private mutating func failed(_ event: OfferAnswerEvent, _ method: SIPParsing.Method) -> OfferAnswerEffect {
        guard let open = openOffer, let origin, origin.transaction == event.transaction else { return .none }
        guard origin.place == .request || method == .invite else { return .none }
        rollBack()
        return .rejected(open)
    }

    private mutating func rollBack() {
        if case .offered(_, _, let hasSession) = state { state = hasSession ? .answered : .stable }
        origin = nil
    }

    private var openOffer: MessageIndex? {
        if case .offered(_, let message, _) = state { message } else { nil }
    }

    private func isOpen(_ event: OfferAnswerEvent, _ place: Place) -> Bool {
        origin?.transaction == event.transaction && origin?.place == place && opened(place, by: event.sender.other)
    }

    private func opened(_ place: Place, by side: DialogSide) -> Bool {
        if case .offered(by: side, _, _) = state { origin?.place == place } else { false }
    }
}
