/// Keeps key material out of what is kept of a session description: reports and logs show that.
enum SDPSecrets {
    /// The attributes whose values are secret, or lead to what is: SRTP keys (RFC 4568 section 6.1), MIKEY messages, and
    /// the credentials of ICE (RFC 8839 section 5.4).
    private static let names = ["crypto", "key-mgmt", "ice-pwd", "ice-ufrag"]
    /// What stands before the colon of an SRTP key.
    private static let method = "inline"
    /// The last letters of these, to pass most colons quickly.
    private static let lastLetters: Set<UInt8> = Set((names + [method]).compactMap(\.utf8.last))

    /// The secret that an attribute's name stands for, nil where it stands for none; damaged names count, too.
    static func secret(_ bytes: Span<UInt8>, name: Range<Int>) -> String? {
        names.first { name.count >= $0.utf8.count && bytes.hasPrefix($0, at: name.lowerBound) }
            ?? (ends(bytes, name, with: method) ? method : nil)
    }

    /// The range up to where an attribute inside of it gives a secret, as capability negotiation allows
    /// (`a=acap:1 crypto:…`, RFC 5939 section 3.4.1) and as a lost line end does.
    static func disclosable(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while let colon = bytes.offset(of: ASCII.colon, from: start, to: range.upperBound) {
            let before = bytes.withoutBlanks(start..<colon)
            start = colon + 1
            guard let last = before.last, lastLetters.contains(ASCII.lowercased(bytes[last])) else { continue }
            for name in names + [method] where ends(bytes, before, with: name) {
                return range.lowerBound..<(before.upperBound - name.utf8.count)
            }
        }
        return range
    }

    private static func ends(_ bytes: Span<UInt8>, _ range: Range<Int>, with name: String) -> Bool {
        range.count >= name.utf8.count && bytes.hasPrefix(name, at: range.upperBound - name.utf8.count)
    }
}
