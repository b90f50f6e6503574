/// The attributes of ICE, bundles and RTCP.
extension SessionDescriptionReader {
    /// a=candidate:<foundation> <component> <transport> <priority> <address> <port> typ <type> ...
    mutating func readCandidate(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let words = bytes.sdpWords(in: value, atMost: 8).ranges
        // RFC 8839 section 5.1: at media level only.
        if section.isSession { isBad = true }
        guard words.count == 8, bytes.lowercasedText(words[6]) == "typ" else {
            section.attributes.ice.candidates.other += 1
            return isBad = true
        }
        let isPort = bytes.decimal(words[5]).flatMap { UInt16(exactly: $0) } != nil
        if !isPort || !bytes.isDigits(words[1]) || !bytes.isDigits(words[3]) { isBad = true }
        switch bytes.lowercasedText(words[7]) {
        case "host": section.attributes.ice.candidates.host += 1
        case "srflx": section.attributes.ice.candidates.serverReflexive += 1
        case "prflx": section.attributes.ice.candidates.peerReflexive += 1
        case "relay": section.attributes.ice.candidates.relayed += 1
        default: section.attributes.ice.candidates.other += 1
        }
    }

    /// a=group:<semantics> <identification tag> ...
    mutating func readGroup(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        var mids = words(bytes, value)
        guard !mids.isEmpty else { return isBad = true }
        let group = SessionDescription.Group(semantics: mids.removeFirst(), mids: mids)
        if !section.attributes.groups.keep(group) { isCut = true }
    }

    /// a=rtcp:<port> [<nettype> <addrtype> <connection-address>]
    mutating func readRTCP(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let words = bytes.sdpWords(in: value)
        let port = words.ranges.first.flatMap { bytes.decimal($0) }.flatMap { UInt16(exactly: $0) }
        let hasAddress = words.ranges.count == 4
        // RFC 3605 section 2.1: not at session level.
        if section.isSession || !words.isExact || !hasAddress && words.ranges.count != 1 { isBad = true }
        guard let port else { return isBad = true }
        if section.attributes.rtcp != nil { isBad = true }
        if hasAddress, !SDPAddress(bytes, words.ranges[3]).fits(addressType: text(bytes, words.ranges[2])) {
            isBad = true
        }
        section.attributes.rtcp =
            section.attributes.rtcp
            ?? SessionDescription.RTCPAddress(port: port, address: hasAddress ? text(bytes, words.ranges[3]) : nil)
    }

    /// a=ssrc:<source> <attribute>
    mutating func readSource(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let source = bytes.sdpWords(in: value, atMost: 1).ranges.first.flatMap { bytes.decimal($0) }
        guard let source, source <= UInt64(UInt32.max) else { return isBad = true }
        if section.sources.insert(source).inserted { section.attributes.sourceCount += 1 }
    }
}
