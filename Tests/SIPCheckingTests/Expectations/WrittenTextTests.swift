import RegularExpressions
import SIPChecking
import SIPDialogs
import SIPParsing
import SIPReporting
import Testing
import YAMLReading
import _TestSupport

@testable import SIPChecking

@Suite("Whatever came off the wire is written so that it is read back as it was")
struct WrittenTextTests {
    private static let texts = [
        "alice", "1001", "+49301", "a b", "a: b", "a #b", "#31#", "*97", "&a", "!a", "@home", "`a", "%a", "- a", "? a",
        "[a]", "{a}", "a, b", "\"a\"", "'a'", "a\\b", "\\", "\"", "a\nb", "a\r\nb", "\t", " a ", "yes", "No", "null",
        "~",
        "true", "0x1F", "1e3", "2027-01-01", "<<", "=", "|", ">", "Zoë", "日本", "🙂", "\u{0}", "\u{1B}[31m", "\u{7F}",
        "\u{85}", "\u{A0}", "\u{2028}", "\u{202E}abc", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{10FFFF}", "\u{E000}",
        "e\u{301}", "---", "...", "a:", ":a", "",
    ]

    @Test("A text", arguments: texts)
    func scalars(_ text: String) throws {
        let written = YAMLText.scalar(text)
        #expect(written.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\u{202E}" })
        for (document, keys) in [("a: \(written)\n", 1), ("a: {b: \(written), c: d}\n", 2)] {
            let root = try #require(try YAMLDocument.read(Array(document.utf8)))
            let value = try #require(try root.fields("a", keys: ["a"])["a"])
            let node = keys == 1 ? value : try #require(try value.fields("b", keys: ["b", "c"])["b"])
            #expect(try node.text("a").unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }

    @Test(
        "A text that looks like an expression",
        arguments: ["/a/", "/a(b/", "//", "/", "/a/i", "/ü\n/", "/etc/hosts", "a/b/", "/\\E/", "/a/g", "/\u{0}/"])
    func expressions(_ text: String) throws {
        let written = try #require(WrittenMatcher.exact(text))
        let read = try readExpectations("calls: {reason: \(YAMLText.scalar(written))}").calls.first?.value.reason?.value
        switch try #require(read) {
        case .exact(let read): #expect(read == text)
        case .pattern(let expression, _):
            #expect(expression.answer(for: text) == .matches)
            #expect(expression.answer(for: text + "\n") == .differs)
            #expect(expression.answer(for: "x" + text) == .differs)
            #expect(expression.answer(for: text.dropLast() + "x") == .differs)
        }
    }

    @Test func oneThatIsTooLongIsLeftOut() {
        #expect(WrittenMatcher.exact("/" + String(repeating: "(", count: 600) + "/") == nil)
        #expect(WrittenMatcher.exact(String(repeating: "(", count: 600)) != nil)
    }

    @Test(
        "A party is written by its user, or by its host",
        arguments: [
            ("sip:alice@192.0.2.1:5070;transport=tcp", "alice"), ("sip:al%20ice@example.com", "al ice"),
            ("tel:+49-30-1;phone-context=x", "+49-30-1"), ("sip:+491;phone-context=x@example.com", "+491"),
            ("sip:192.0.2.1:5070", "sip:192.0.2.1"), ("sips:[2001:DB8::1]:5061", "sips:[2001:db8::1]"),
            ("urn:service:sos", "urn:service:sos"), ("sik:97@a;b", "sik:97@a;b"), ("not a URI", "/^not\\ a\\ URI\\z/"),
            ("", nil),
            ("sip:@example.com", "/^sip\\:\\@example\\.com\\z/"), ("sip:/a/@b", "/^sip\\:\\/a\\/\\@b\\z/"),
        ])
    func parties(uri: String, written: String?) {
        #expect(WrittenMatcher.party(uri) == written)
        guard let written, !written.hasPrefix("/") else { return }
        #expect(TextMatcher.exact(written).answer(forURI: uri) == .matches)
    }

    @Test(
        "A contact is written without port and parameters",
        arguments: [
            ("sip:carol@192.0.2.3:49152;transport=tcp;ob", "sip:carol@192.0.2.3"),
            ("sip:192.0.2.3:49152", "sip:192.0.2.3"),
            ("sips:carol@[2001:db8::3]:5061", "sips:carol@[2001:db8::3]"), ("tel:+491", "+491"), ("*", "/^\\*\\z/"),
        ])
    func contacts(uri: String, written: String) {
        #expect(WrittenMatcher.contact(uri) == written)
    }

    @Test(
        "Names and phrases off the wire come back as they were",
        arguments: [
            "al\"ice", "al'ice", "a:b#c", "#31#", "Zoë", "日本", "a{b}", "yes", "a\\b", "*97", "<x>", "%41%0A%22",
        ])
    func wholeTraces(_ name: String) throws {
        var scenario = SIPScenario()
        let caller = SIPScenario.Party(name, host: 1)
        let invite = scenario.request(.invite, from: caller, to: .bob, at: 0)
        scenario.response(486, to: invite, at: 0.1, phrase: "No: \"\(name)\" #\u{1B}[0m")
        scenario.acknowledge(invite, 486, at: 0.2)
        let written = try WrittenTrace(scenario)
        let exchange = try #require(written.report.exchanges.first?.exchange)
        let leg = try #require(exchange.legs.first)
        let call = try #require(written.read.calls.first?.value)
        #expect(call.selector.from?.written == WrittenMatcher.party(exchange.string(leg.from)).map(asRead))
        #expect(call.reason?.value.written == "No: \"\(name)\" #\u{1B}[0m")
        #expect(!written.text.contains("\u{1B}"))
        #expect(written.unmet == [])
    }

    private func asRead(_ matcher: String) -> String { matcher.hasPrefix("/^") ? "pattern \(matcher)" : matcher }
}
