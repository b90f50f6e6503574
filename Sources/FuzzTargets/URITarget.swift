import SIPParsing

/// URIs: each is what its own text says, and means the same as itself.
enum URITarget {
    static func run(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        var lineEnd = 0
        while lineEnd < bytes.count, bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
        let first = uri(bytes, 0..<lineEnd, &violations)
        guard lineEnd < bytes.count else { return }
        let second = uri(bytes, (lineEnd + 1)..<bytes.count, &violations)
        guard let first, let second else { return }
        violations.expect(
            first.isEquivalent(to: second) == second.isEquivalent(to: first), "equivalent in one direction only")
    }

    private static func uri(_ bytes: Span<UInt8>, _ range: Range<Int>, _ violations: inout Violations) -> SIPURI? {
        let uri = SIPURI(bytes, ByteRange(range))
        let bracketed = SurroundedBytes(bytes, ByteRange(range), between: ("<", ">"))
        violations.expect(
            uri == SIPURI(bracketed.bytes.span, bracketed.range), "a URI reads differently among other bytes")
        guard let uri else { return nil }
        let address = NameAddress(bracketed.bytes.span, ByteRange(0..<bracketed.bytes.count))
        violations.expect(address?.uri == uri, "a URI reads differently between angle brackets")
        check(uri, &violations)
        return uri
    }

    /// Checks one URI, wherever it comes from.
    static func check(_ uri: SIPURI, _ violations: inout Violations) {
        let limit = ParsingLimits.standard.parameters
        violations.expect(uri.parameters.count, atMost: limit, "URI parameters")
        violations.expect(uri.headers.count, atMost: limit, "header fields of a URI")
        violations.expect(uri.isEquivalent(to: uri), "a URI is not equivalent to itself")
        violations.expect(!uri.scheme.isEmpty, "a URI without scheme")
        let bare = uri.withoutHeaders
        violations.expect(bare.headers.isEmpty && bare.withoutHeaders == bare, "header fields that cannot be taken off")
        // Text of bytes that are no UTF-8 is not what was read.
        guard !uri.text.unicodeScalars.contains("\u{FFFD}") else { return }
        let again = SIPURI.parse(uri.text)
        violations.expect(again == uri, "a URI reads differently from its own text")
        violations.expect(again?.isEquivalent(to: uri) == true, "a URI is not equivalent to what its text says")
        violations.expect(SIPURI.parse(bare.text) == bare, "a URI without header fields is not what its text says")
    }
}
