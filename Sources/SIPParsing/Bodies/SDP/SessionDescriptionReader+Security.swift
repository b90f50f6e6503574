/// The attributes of SRTP and DTLS.
extension SessionDescriptionReader {
    /// a=crypto:<tag> <crypto-suite> <key-params> [<session-params>], of which the first two are looked at
    mutating func readCrypto(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let words = bytes.sdpWords(in: value).ranges
        let tag = words.first.flatMap { $0.count <= 9 ? bytes.decimal($0) : nil }.map { UInt32($0) }
        // RFC 4568 section 4: at media level only.
        if section.isSession || tag == nil || words.count < 3 { isBad = true }
        var suite: String?
        if words.count >= 3, isSuite(bytes, words[1]) { suite = bytes.text(ByteRange(words[1])) } else { isBad = true }
        let crypto = SessionDescription.Crypto(tag: tag, suite: suite)
        if !section.attributes.cryptos.keep(crypto) { isCut = true }
    }

    /// Whether a word is the name of a suite; all have an underscore, which a key in base64 has not.
    private func isSuite(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
        let isName = word.allSatisfy {
            ASCII.isLetter(bytes[$0]) || ASCII.digit(bytes[$0]) != nil || bytes[$0] == UInt8(ascii: "_")
        }
        return isName && word.count <= 64 && word.contains { bytes[$0] == UInt8(ascii: "_") }
    }

    /// a=fingerprint:<hash function> <fingerprint>
    mutating func readFingerprint(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let words = bytes.sdpWords(in: value)
        guard words.ranges.count >= 2 else { return isBad = true }
        let pairs = bytes.sdpPieces(of: words.ranges[1], separator: ASCII.colon, atMost: 129)
        let isHash = pairs.allSatisfy { pair in
            pair.count == 2 && pair.allSatisfy { ASCII.hexDigit(bytes[$0]) != nil }
        }
        if !words.isExact || words.ranges.count > 2 || !isHash { isBad = true }
        let fingerprint = SessionDescription.Fingerprint(
            hashFunction: bytes.text(ByteRange(words.ranges[0])), value: bytes.text(ByteRange(words.ranges[1])))
        if !section.attributes.fingerprints.keep(fingerprint) { isCut = true }
    }

    /// a=setup:<role>
    mutating func readSetup(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let setup = SessionDescription.Setup(rawValue: bytes.lowercasedText(value))
        if setup == nil || section.attributes.setup != nil { isBad = true }
        section.attributes.setup = section.attributes.setup ?? setup
    }
}
