import RegularExpressions
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Matching texts")
struct JudgingTextTests {
    @Test(
        "A URI by its text, its user, user@host; without port and parameters",
        arguments: [
            ("sip:bob@example.com", "sip:bob@example.com", true), ("bob", "sip:bob@example.com:5070;x=y", true),
            ("bob@example.com", "sip:bob@Example.COM:5070;transport=udp", true),
            ("bob@EXAMPLE.com:5070", "sip:bob@example.com:5070;transport=udp", true),
            ("sip:bob@example.com", "sip:bob@example.com:5070;transport=udp", true),
            ("SIP:bob@example.com", "sip:bob@example.com;a", true),
            ("sips:bob@example.com", "sip:bob@example.com", false), ("Bob", "sip:bob@example.com", false),
            ("bo", "sip:bob@example.com", false), ("bob@example.org", "sip:bob@example.com", false),
            ("bob@example.com:5060", "sip:bob@example.com", false), ("example.com", "sip:bob@example.com", false),
            ("example.com", "sip:example.com:5070", true), ("sip:example.com", "sip:example.com;lr", true),
            ("[2001:db8::1]", "sip:[2001:db8::1]:5062", true), ("bob@[2001:DB8::1]", "sip:bob@[2001:db8::1]", true),
            ("+12125550100", "tel:+1-212-555-0100", true),
            ("+1-212-555-0100", "tel:+12125550100;phone-context=x", true),
            ("tel:+12125550100", "tel:+1-212-555-0100", true), ("2125550100", "tel:+1-212-555-0100", false),
            ("+12125550100", "sip:+1-212-555-0100@example.com;user=phone", true),
            ("101", "sip:1-01@example.com", false), ("1-01", "sip:101@example.com", false),
            ("1-01", "sip:1-01@example.com", true), ("101", "sip:1-01@example.com;user=phone", true),
            ("101", "tel:1-01;phone-context=x", true), ("tel:101", "tel:1-01;phone-context=x", true),
            ("+4930", "sip:+49-30@example.com", true), ("+49-30", "sip:+4930@example.com", true),
            ("+49-30@example.com", "sip:+4930@example.com", false), ("sip:+4930", "sip:+49-30@example.com", false),
            ("1001", "sip:1001;x=y@example.com", true),
            ("", "sip:example.com", false), ("@", "sip:bob@example.com", false), ("bob", "not a URI", false),
            ("not a URI", "not a URI", true),
        ])
    func uris(wanted: String, uri: String, isMet: Bool) {
        #expect((TextMatcher.exact(wanted).answer(forURI: uri) == .matches) == isMet)
    }

    @Test("An expression is about the whole URI")
    func expressions() throws {
        #expect(try pattern("^sip:bob@").answer(forURI: "sip:bob@example.com") == .matches)
        #expect(try pattern("^bob$").answer(forURI: "sip:bob@example.com") == .differs)
        #expect(try costlyPattern().answer(forURI: tooLong) == .tooCostly)
        #expect(try costlyPattern().answer(forAnyOf: [tooLong, "aa"]) == .matches)
        #expect(try costlyPattern().answer(forAnyOf: [tooLong, "b"]) == .tooCostly)
        #expect(try !costlyPattern().matches(tooLong))
    }

    @Test("Addresses of IPv6 with and without brackets")
    func addresses() {
        let endpoint = Endpoint(address: IPAddress(v6High: 0x2001_0DB8_0000_0000, low: 1), port: 5_060)
        for text in ["2001:db8::1", "[2001:DB8::1]", "[2001:db8::1]:5060"] {
            #expect(TextMatcher.exact(text).answer(for: endpoint) == .matches)
        }
        #expect(TextMatcher.exact("[2001:db8::1]:5061").answer(for: endpoint) == .differs)
    }

    @Test(
        "What a number may still become",
        arguments: [
            (.equal(5), 5, true), (.equal(5), 6, false), (.atMost(5), 5, true), (.less(5), 5, false),
            (.less(5), 4, true),
            (.greater(5), 9, true), (.atLeast(5), 9, true), (.unequal(5), 5, true), (.within(2, 5), 5, true),
            (.within(2, 5), 6, false), (.within(5, 2), 0, false),
        ] as [(Bound.Comparison, Int64, Bool)])
    func bounds(comparison: Bound.Comparison, least: Int64, isPossible: Bool) {
        #expect(Bound(text: "", comparison).mayHold(from: least) == isPossible)
    }

    @Test(
        "Quotients are compared without rounding",
        arguments: [
            (.equal(3), 9, 3, true), (.equal(3), 10, 3, false), (.unequal(3), 10, 3, true), (.less(3), 9, 3, false),
            (.atMost(3), 9, 3, true), (.greater(3), 10, 3, true), (.atLeast(3), 8, 3, false),
            (.within(2, 3), 8, 3, true),
            (.within(2, 3), 10, 3, false),
        ] as [(Bound.Comparison, Int128, Int128, Bool)])
    func quotients(comparison: Bound.Comparison, part: Int128, whole: Int128, isMet: Bool) {
        #expect(Bound(text: "", comparison).holds(part, outOf: whole) == isMet)
    }
}
