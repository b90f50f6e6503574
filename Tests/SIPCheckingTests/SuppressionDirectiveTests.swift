import SIPReporting
import Testing
import TraceTypes

@testable import SIPChecking

@Suite("Suppressions in packet comments")
struct SuppressionDirectiveTests {
    private func read(_ text: String) -> [Directive] {
        Directive.all(in: CaptureAccount.Comment(frame: FrameNumber(rawValue: 7), text: text))
    }

    private func suppression(_ rule: String, _ reason: String, until: String? = nil) -> Directive {
        var suppression = Suppression(rule: rule, reason: reason)
        suppression.until = until
        suppression.frame = FrameNumber(rawValue: 7)
        return .suppression(suppression)
    }

    @Test(
        "Every form is read",
        arguments: [
            ("sipwatch: ignore transfer/failed reason=\"an old PBX\"", "transfer/failed", "an old PBX", nil),
            ("sipwatch: ignore transfer reason='an \"old\" PBX'", "transfer", "an \"old\" PBX", nil),
            ("sipwatch: ignore auth/loop reason=known", "auth/loop", "known", nil),
            ("sipwatch:ignore auth/loop reason=known", "auth/loop", "known", nil),
            ("  SipWatch:\tIGNORE  auth/loop   Reason=known  ", "auth/loop", "known", nil),
            ("SIPWATCH: ignore auth until=2027-01-01 reason=\"x=y\"", "auth", "x=y", "2027-01-01"),
            ("sipwatch: ignore auth reason='x' until='2028-02-29'", "auth", "x", "2028-02-29"),
            ("sipwatch: ignore auth reason=\"a\"until=2027-12-31", "auth", "a", "2027-12-31"),
            ("sipwatch: ignore auth reason=ticket#5=6", "auth", "ticket#5=6", nil),
        ] as [(String, String, String, String?)])
    func forms(text: String, rule: String, reason: String, until: String?) {
        #expect(read(text) == [suppression(rule, reason, until: until)])
    }

    @Test("Several stand on lines of their own, among other text")
    func several() {
        let found = read(
            "the PBX at work\r\nsipwatch: ignore auth reason=a\n see sipwatch: ignore all\nSIPWATCH: ignore transfer reason=b"
        )
        #expect(found == [suppression("auth", "a"), suppression("transfer", "b")])
    }

    @Test(
        "What is no directive is for people",
        arguments: [
            "", "\n\n", "ignore auth reason=x", "see sipwatch: ignore auth", "sipwatch ignore auth", "# sipwatch: x",
            "sipwatc",
        ])
    func others(text: String) {
        #expect(read(text) == [])
    }

    @Test(
        "What cannot be understood says what would be right",
        arguments: [
            ("sipwatch:", "nothing stands behind 'sipwatch:'; write sipwatch: ignore RULE reason=\"…\""),
            ("sipwatch: looks odd", "'sipwatch:' knows the word 'ignore' alone, not 'looks'; write"),
            ("sipwatch: ignore=1", "'sipwatch:' knows the word 'ignore' alone, not 'ignore=1'"),
            ("sipwatch: ignore", "'ignore' needs a rule or an area; write"),
            ("sipwatch: ignore reason=x", "'ignore' needs a rule or an area; write"),
            (
                "sipwatch: ignore transfer/faild reason=x",
                "there is no rule or area 'transfer/faild'; did you mean 'transfer/failed'?"
            ),
            ("sipwatch: ignore qqqqqqqq reason=x", "there is no rule or area 'qqqqqqqq'; sipwatch rules lists them"),
            ("sipwatch: ignore auth", "a suppression needs a reason; add reason=\"…\""),
            ("sipwatch: ignore auth reason=", "a suppression needs a reason"),
            ("sipwatch: ignore auth reason='  '", "a suppression needs a reason"),
            ("sipwatch: ignore auth until=2027-01-01", "a suppression needs a reason"),
            (
                "sipwatch: ignore auth reason=an old PBX",
                "'old' has no place here; put a reason of several words in quotation marks"
            ),
            ("sipwatch: ignore auth reason='old", "the quotation mark behind 'reason' is not closed"),
            ("sipwatch: ignore auth reason=\"old'", "the quotation mark behind 'reason' is not closed"),
            ("sipwatch: ignore auth reasn=x", "unknown word 'reasn'; did you mean 'reason'?"),
            ("sipwatch: ignore auth owner=x reason=y", "unknown word 'owner'; there are reason and until"),
            ("sipwatch: ignore auth reason=x reason=y", "'reason' is there twice"),
            ("sipwatch: ignore auth reason=x until=2027-02-29", "'until' wants a day, as 2027-01-01, not '2027-02-29'"),
            ("sipwatch: ignore auth reason=x until=soon", "'until' wants a day, as 2027-01-01, not 'soon'"),
            ("sipwatch: ignore auth reason=x until=2027-01-01T10:00", "'until' wants a day, as 2027-01-01, not"),
            ("sipwatch: ignore a\u{202E}b reason=x", "there is no rule or area 'a\\u{202e}b'"),
        ])
    func bad(text: String, message: String) {
        guard case .bad(let told)? = read(text).first else {
            Issue.record("\(read(text))")
            return
        }
        #expect(told.hasPrefix(message))
    }

    @Test("Comments with directives are kept beyond the first comments, up to a bound of their own")
    func kept() {
        var account = CaptureAccount()
        let limit = UInt64(CaptureAccount.commentsKept)
        for number in 1...limit { account.add(.init(frame: FrameNumber(rawValue: number), text: "noise")) }
        for number in 1...(limit + 20) {
            account.add(.init(frame: FrameNumber(rawValue: limit + number), text: "a\nSIPwatch: ignore auth reason=x"))
        }
        #expect(account.comments.last?.frame.rawValue == limit)
        #expect(account.directives.map(\.frame.rawValue) == Array(limit + 1...2 * limit))
        #expect(account.directiveCount == CaptureAccount.commentsKept + 20)
        #expect(account.commentCount == 2 * CaptureAccount.commentsKept + 20)
    }
}
