import SIPBodies
import SIPParsing
import Testing
import _TestSupport

@Suite("Undoing Content-Transfer-Encoding (RFC 5621 section 3.2)")
struct TransferEncodingTests {
    private func decode(_ text: String, _ encoding: TransferEncoding) -> (text: String, anomalies: [Anomaly.Kind]) {
        let bytes = Array("head\(text)tail".utf8)
        let content = ByteRange(4..<(bytes.count - 4))
        let body = ExpandedBody(bytes.span, content: content, encodings: [], transferEncoding: encoding)
        #expect(body.anomalies.allSatisfy { $0.range == content })
        #expect(body.bytes.count <= text.utf8.count)
        return (String(decoding: body.bytes, as: UTF8.self), body.anomalies.map(\.kind))
    }

    @Test(
        "base64",
        arguments: [
            ("Zm9vYmFy", "foobar"), ("Zm9vYmE=", "fooba"), ("Zm9vYg==", "foob"), ("Zm9v\r\nYm\r\n Fy\t\r\n", "foobar"),
            ("w7zDn+KCrA==", "üß€"), ("8J2Engo/Pz8/", "𝄞\n????"), ("", ""), ("\r\n", ""),
            ("/+//", "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ])
    func base64(encoded: String, expected: String) {
        #expect(decode(encoded, .base64) == (expected, []))
    }

    @Test(
        "What base64 never makes is noted and read past",
        arguments: [
            ("Zm9v*YmFy", "foobar"), ("Zm9vYmE", "fooba"), ("Zm9vY", "foo"), ("Zm9vYg=", "foob"),
            ("Zm9vYg==Zm9v", "foob"),
            ("Zm9v====", "foo"), ("é", ""), ("Z", ""), ("=", ""),
        ])
    func badBase64(encoded: String, expected: String) {
        #expect(decode(encoded, .base64) == (expected, [.badContentEncoding]))
    }

    @Test(
        "quoted-printable",
        arguments: [
            ("Gr=C3=BC=c3=9fe", "Grüße"), ("one=\r\n two", "one two"), ("one= \t\r\ntwo", "onetwo"),
            ("one=\ntwo=", "onetwo"),
            ("one  \t\r\n  two ", "one\r\n  two"), ("one=20 \r\ntwo=20", "one \r\ntwo "), ("1=3D1", "1=1"), ("", ""),
            ("\r\n\r\n", "\r\n\r\n"), ("a=0D=0Ab", "a\r\nb"), (" ", ""), ("grün", "grün"),
        ])
    func quotedPrintable(encoded: String, expected: String) {
        #expect(decode(encoded, .quotedPrintable) == (expected, []))
    }

    @Test(
        "What quoted-printable never makes is noted and kept",
        arguments: [("1=1", "1=1"), ("a=G0b", "a=G0b"), ("a= b", "a= b"), ("==3D", "=="), ("=4", "=4"), ("=+1", "=+1")])
    func badQuotedPrintable(encoded: String, expected: String) {
        #expect(decode(encoded, .quotedPrintable) == (expected, [.badContentEncoding]))
    }

    @Test("Nothing to undo, and nothing that is known")
    func others() {
        #expect(decode("Zm9v", .identity) == ("Zm9v", []))
        #expect(decode("Zm9v", .other) == ("Zm9v", [.badContentEncoding]))
    }

    @Test("Parts are decoded before they are summed up: first the transfer encoding, then the content codings")
    func summaries() {
        func summary(_ body: String, _ fields: String) -> (details: String?, anomalies: [Anomaly.Kind]?) {
            let summary = summarize("application/sdp", Array(body.utf8), fields: fields)
            return (summary?.details, summary?.anomalies.map(\.kind))
        }
        let base64 = "Content-Transfer-Encoding: BASE64\r\n"
        #expect(summary("dj0wDQptPWF1ZGlvIDAgUlRQL0FWUCAw", base64).details?.hasSuffix(" (base64)") == true)
        #expect(summary("dj0w", base64) == ("no media (base64)", []))
        #expect(summary("dj0w?", base64) == ("no media (base64, not whole)", [.badContentEncoding]))
        #expect(
            summary("v=3D0", "Content-Transfer-Encoding: quoted-printable\r\n") == ("no media (quoted-printable)", []))
        #expect(
            summary("dj0w", "Content-Transfer-Encoding: x-uuencode\r\n")
                == ("4 bytes (unknown transfer encoding, not whole)", [.badContentEncoding]))
        // The bytes of `v=0`, deflated without a wrapper.
        #expect(summary("K7M1AAA=", "e: deflate\r\n" + base64) == ("no media (deflate, base64)", []))
    }

    @Test("Any bytes decode to no more bytes than they are", arguments: [1, 2, 3] as [UInt64])
    func random(seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let alphabet = Array("aZ09+/==  \t\r\n=3D*".utf8) + [0, 0xFF]
            let bytes = (0..<Int.random(in: 0..<40, using: &numbers)).map { _ in
                alphabet.randomElement(using: &numbers) ?? 0
            }
            for encoding in [TransferEncoding.base64, .quotedPrintable] {
                let content = ByteRange(0..<bytes.count)
                let body = ExpandedBody(bytes.span, content: content, encodings: [], transferEncoding: encoding)
                #expect(body.bytes.count <= bytes.count)
            }
        }
    }

    @Test("Long runs of one thing", arguments: ["=", " ", "= ", "=\r\n", "A", "\r\n", "=3"])
    func long(unit: String) {
        let bytes = Array(String(repeating: unit, count: (1 << 19) / unit.utf8.count).utf8)
        for encoding in [TransferEncoding.base64, .quotedPrintable] {
            let content = ByteRange(0..<bytes.count)
            let body = ExpandedBody(bytes.span, content: content, encodings: [], transferEncoding: encoding)
            #expect(body.bytes.count <= bytes.count)
        }
    }
}
