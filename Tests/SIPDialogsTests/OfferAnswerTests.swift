import SIPDialogs
import SIPParsing
import Testing

@Suite("Offer and answer, by the patterns of RFC 6337 section 2.2")
struct OfferAnswerTests {
    /// A sequence of events, written short: what, from whom, with a description or not; and what each does.
    struct Course: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var hasSession = false
        let steps: [(OfferAnswerEvent, OfferAnswerEffect)]
        let end: OfferAnswer.State
    }

    /// Transactions: 1 is the INVITE, 2 a request within it, 3 a later one.
    private static func event(
        _ number: Int, _ kind: OfferAnswerEvent.Kind, _ sender: DialogSide, in transaction: Int = 1,
        _ description: OfferAnswerEvent.Description = .present
    ) -> OfferAnswerEvent {
        OfferAnswerEvent(kind, from: sender, transaction: transaction, description, message: number)
    }

    private static let invite = event(0, .invite, .caller)
    private static let emptyInvite = event(0, .invite, .caller, .absent)
    private static let reliable = OfferAnswerEvent.Kind.provisional(isReliable: true)
    private static let unreliable = OfferAnswerEvent.Kind.provisional(isReliable: false)

    private static let initial: [Course] = [
        Course(
            testDescription: "1: INVITE, 2xx",
            steps: [
                (invite, .offer), (event(1, unreliable, .callee, .absent), .none),
                (event(2, .success(of: .invite), .callee), .answer(to: 0)),
                (event(3, .acknowledgement, .caller, .absent), .none),
            ], end: .answered),
        Course(
            testDescription: "2: 2xx, ACK",
            steps: [
                (emptyInvite, .none), (event(1, .success(of: .invite), .callee), .offer),
                (event(2, .acknowledgement, .caller), .answer(to: 1)),
            ], end: .answered),
        Course(
            testDescription: "3: INVITE, reliable 1xx",
            steps: [
                (invite, .offer), (event(1, reliable, .callee), .answer(to: 0)),
                (event(2, .prack, .caller, in: 2, .absent), .none),
                (event(3, .success(of: .prack), .callee, in: 2, .absent), .none),
                (event(4, .success(of: .invite), .callee), .repeatedAnswer),
            ], end: .answered),
        Course(
            testDescription: "3: a reliable 1xx without a description leaves it open",
            steps: [
                (invite, .offer), (event(1, reliable, .callee, .absent), .none),
                (event(2, .success(of: .invite), .callee), .answer(to: 0)),
            ], end: .answered),
        Course(
            testDescription: "4: reliable 1xx, PRACK",
            steps: [
                (emptyInvite, .none), (event(1, reliable, .callee), .offer),
                (event(2, .prack, .caller, in: 2), .answer(to: 1)),
                (event(3, .success(of: .invite), .callee, .absent), .none),
            ], end: .answered),
        Course(
            testDescription: "5: PRACK, 2xx to it",
            steps: [
                (invite, .offer), (event(1, reliable, .callee), .answer(to: 0)),
                (event(2, .prack, .caller, in: 2), .offer),
                (event(3, .success(of: .prack), .callee, in: 2), .answer(to: 2)),
            ], end: .answered),
        Course(
            testDescription: "6: UPDATE, 2xx to it", hasSession: true,
            steps: [
                (event(0, .update, .callee, in: 3), .offer),
                (event(1, .success(of: .update), .caller, in: 3), .answer(to: 0)),
            ], end: .answered),
        Course(
            testDescription: "An unreliable 1xx shows the answer and is none (RFC 3261 section 13.2.1)",
            steps: [
                (invite, .offer), (event(1, unreliable, .callee), .preview(of: 0)),
                (event(2, .success(of: .invite), .callee), .answer(to: 0)),
            ], end: .answered),
        Course(
            testDescription: "After a reliable answer, any 1xx repeats it",
            steps: [
                (invite, .offer), (event(1, reliable, .callee), .answer(to: 0)),
                (event(2, unreliable, .callee), .repeatedAnswer), (event(3, reliable, .callee), .repeatedAnswer),
            ], end: .answered),
    ]

    private static let departures: [Course] = [
        Course(
            testDescription: "A failure takes the first offer back",
            steps: [
                (invite, .offer), (event(1, .failure(of: .invite), .callee, .absent), .rejected(0)),
            ], end: .stable),
        Course(
            testDescription: "A failed re-INVITE leaves the session", hasSession: true,
            steps: [
                (event(0, .invite, .callee, in: 3), .offer),
                (event(1, .failure(of: .invite), .caller, in: 3, .absent), .rejected(0)),
            ], end: .answered),
        Course(
            testDescription: "A failure of something else does not",
            steps: [(invite, .offer), (event(1, .failure(of: .update), .callee, in: 3, .absent), .none)],
            end: .offered(by: .caller, in: 0, hasSession: false)),
        Course(
            testDescription: "A failed INVITE takes the callee's offer back",
            steps: [
                (emptyInvite, .none), (event(1, reliable, .callee), .offer),
                (event(2, .failure(of: .invite), .callee, .absent), .rejected(1)),
            ], end: .stable),
        Course(
            testDescription: "An offer while one is open",
            steps: [(invite, .offer), (event(1, .update, .callee, in: 3), .unexpected)],
            end: .offered(by: .caller, in: 0, hasSession: false)),
        Course(
            testDescription: "An offer in an unreliable 1xx",
            steps: [
                (emptyInvite, .none), (event(1, unreliable, .callee), .unexpected),
                (event(2, .success(of: .invite), .callee), .offer),
            ], end: .offered(by: .callee, in: 2, hasSession: false)),
        Course(
            testDescription: "A 2xx without the answer",
            steps: [(invite, .offer), (event(1, .success(of: .invite), .callee, .absent), .answerMissing(to: 0))],
            end: .stable),
        Course(
            testDescription: "An ACK without the answer",
            steps: [
                (emptyInvite, .none), (event(1, .success(of: .invite), .callee), .offer),
                (event(2, .acknowledgement, .caller, .absent), .answerMissing(to: 1)),
            ], end: .stable),
        Course(
            testDescription: "An ACK with a description that nobody asked for",
            steps: [
                (invite, .offer), (event(1, .success(of: .invite), .callee), .answer(to: 0)),
                (event(2, .acknowledgement, .caller), .unexpected),
            ], end: .answered),
        Course(
            testDescription: "A PRACK without the answer",
            steps: [
                (emptyInvite, .none), (event(1, reliable, .callee), .offer),
                (event(2, .prack, .caller, in: 2, .absent), .answerMissing(to: 1)),
            ], end: .stable),
        Course(
            testDescription: "A body that cannot be read may be the answer",
            steps: [(invite, .offer), (event(1, .success(of: .invite), .callee, .unknown), .none)], end: .answered),
        Course(
            testDescription: "An UPDATE without an offer", hasSession: true,
            steps: [
                (event(0, .update, .callee, in: 3, .absent), .none),
                (event(1, .success(of: .update), .caller, in: 3, .absent), .none),
            ], end: .answered),
    ]

    @Test(arguments: initial + departures)
    func course(_ course: Course) {
        var model = OfferAnswer(hasSession: course.hasSession)
        for (event, effect) in course.steps { #expect(model.feed(event) == effect, "message \(event.message)") }
        #expect(model.state == course.end)
    }
}
