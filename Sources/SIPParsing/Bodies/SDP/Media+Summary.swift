extension Media {
    /// Codecs that a summary names.
    private static let shownCodecs = 12
    /// Characters of a name or address that a summary shows: those of the longest IPv6 address.
    private static let shownLength = 45

    /// The medium in a few words: `audio 192.0.2.1:4000 PCMU PCMA telephone-event sendrecv`, or `video off`.
    ///
    /// What is not known is a question mark; long lists and names are cut.
    public var summary: String {
        guard !isDisabled else { return "\(Self.shortened(kind)) off" }
        var words = [Self.shortened(kind), place]
        words += codecTable.prefix(Self.shownCodecs).map { Self.shortened($0.name) }
        if codecTable.count > Self.shownCodecs { words.append("+\(codecTable.count - Self.shownCodecs)") }
        words.append(direction.rawValue)
        return words.joined(separator: " ")
    }

    /// Where the medium goes; one without a port of its own runs in a bundle (RFC 8843 section 6).
    private var place: String {
        if hasPort, port == 0 { return "bundled" }
        let address = connection.map { $0.utf8.contains(ASCII.colon) ? "[\($0)]" : $0 } ?? "?"
        return "\(Self.shortened(address)):\(hasPort ? String(port) : "?")"
    }

    private static func shortened(_ text: String) -> String {
        let kept = text.unicodeScalars.prefix(shownLength + 2)
        guard kept.endIndex < text.endIndex else { return text }
        return String(String.UnicodeScalarView(kept)) + "…"
    }
}
