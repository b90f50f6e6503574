import SIPParsing
import Testing
import TraceTypes

@testable import SIPDialogs

@Suite("Keys by which URIs find each other")
struct URIKeyTests {
    private func key(_ text: String) -> UInt64 { URIKey.make(text, seed: 7) }

    @Test(
        "User and host alone count",
        arguments: [
            "<sip:bob@example.com>", "Bob <sip:bob@example.com>;tag=1", "\"Bob <sip:no@where>\" <sip:bob@example.com>",
            "sip:bob@example.com:5061", "sips:bob@example.com;transport=tls", "sip:bob@example.com?Replaces=x%40y",
            "sip:bob@example.com;tag=2", "<sip:bob@example.com:5060;lr?a=b>;q=0.5", "sip:bob@EXAMPLE.com",
        ])
    func same(text: String) {
        #expect(key(text) == key("sip:bob@example.com"))
    }

    @Test(
        "Near misses",
        arguments: [
            "sip:Bob@example.com", "sip:bob@example.org", "sip:example.com", "sip:bob@example.com.org",
            "sip:bo@bexample.com",
            "sip:bob@[2001:db8::1]", "tel:bob", "",
        ])
    func different(text: String) {
        #expect(key(text) != key("sip:bob@example.com"))
    }

    @Test("A telephone number's parameters do not hide its host (RFC 3261 section 19.1.6)")
    func telephoneSubscriber() {
        #expect(key("sip:+1555;phone-context=a@example.com;user=phone") == key("sip:+1555@example.com"))
        #expect(key("sip:+1555;phone-context=a@example.com") != key("sip:+1555@example.org"))
        #expect(key("tel:+1555;phone-context=a") == key("tel:+1555"))
        #expect(key("tel:+1555") != key("tel:+1556"))
    }

    @Test("IPv6 addresses keep their colons and lose their port")
    func addresses() {
        #expect(key("sip:bob@[2001:db8::1]:5060") == key("<sip:bob@[2001:db8::1]>"))
        #expect(key("sip:bob@[2001:db8::1]") != key("sip:bob@[2001:db8::2]"))
        #expect(key("sip:[2001:db8::1]:5070") == key("sip:[2001:db8::1]"))
    }

    @Test("There is no key without a URI", arguments: ["", "sip:", "<>", "<sip:>", ";tag=1", "sip:;lr"])
    func none(text: String) {
        #expect(key(text) == 0)
    }

    @Test(
        "The URI alone",
        arguments: [
            ("\"A <b>\" <sip:a@b;lr>;tag=1", "sip:a@b;lr"), ("sip:a@b;tag=1", "sip:a@b"), ("<sip:a@b", "sip:a@b"),
            ("\"open <sip:a@b>", "sip:a@b"), ("", ""), ("\"A \\\"<x> B\" <sip:a@b> ;tag=1", "sip:a@b"),
            ("sip:a@b ;tag=1", "sip:a@b"),
        ])
    func uri(text: String, expected: String) {
        let bytes = Array(text.utf8)
        #expect(bytes.span.text(URIKey.uri(bytes.span, ByteRange(0..<bytes.count))) == expected)
    }

    @Test("Ranges outside of the bytes have no key")
    func outside() {
        let bytes = Array("sip:a@b".utf8)
        #expect(URIKey.make(bytes.span, ByteRange(start: 3, count: 100), seed: 7) == 0)
        #expect(URIKey.make(bytes.span, ByteRange(start: .max, count: .max), seed: 7) == 0)
    }
}
