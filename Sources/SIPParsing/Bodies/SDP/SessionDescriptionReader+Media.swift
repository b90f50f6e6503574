/// The lines that say what goes where.
extension SessionDescriptionReader {
    /// c=<nettype> <addrtype> <connection-address>, behind which a slash brings TTL and number of addresses
    mutating func readConnection(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let words = bytes.sdpWords(in: value)
        if !words.isExact || words.ranges.count != 3 { isBad = true }
        guard words.ranges.count >= 3 else { return }
        let addressType = text(bytes, words.ranges[1])
        let parts = bytes.sdpPieces(of: words.ranges[2], separator: ASCII.slash, atMost: 4)
        let address = SDPAddress(bytes, parts[0])
        if !address.fits(addressType: addressType) { isBad = true }
        guard !parts[0].isEmpty else { return isBad = true }
        let numbers = parts.dropFirst().map { bytes.decimal($0) }
        let isIP6 = addressType == "IP6"
        // A TTL is of IPv4 alone; the number of addresses is the last part (RFC 8866 section 5.7).
        let mostNumbers = isIP6 ? 1 : 2
        let timeToLive = isIP6 ? nil : numbers.first.flatMap { $0 }.flatMap { UInt8(exactly: $0) }
        let written = numbers.count == mostNumbers ? numbers.last.flatMap { $0 } : 1
        let count = written.flatMap { (1...0xFFFF).contains($0) ? Int($0) : nil }
        if numbers.count > mostNumbers || count == nil { isBad = true }
        switch address {
        case .ip4(let isMulticast):
            if isMulticast != (timeToLive != nil) || !isMulticast && !numbers.isEmpty { isBad = true }
        case .ip6: if !numbers.isEmpty, !bytes.hasPrefix("ff", at: parts[0].lowerBound) { isBad = true }
        case .domainName, .other: if !isIP6, !numbers.isEmpty, timeToLive == nil { isBad = true }
        }
        isCut = !section.connections.keep(
            SessionDescription.Connection(
                networkType: text(bytes, words.ranges[0]), addressType: addressType, address: text(bytes, parts[0]),
                timeToLive: timeToLive, addressCount: count ?? 1))
    }

    /// m=<media> <port>[/<number of ports>] <proto> <fmt> ...
    mutating func readMedium(_ bytes: Span<UInt8>, _ value: Range<Int>, _ line: Range<Int>) {
        endSection()
        section = SDPSection(.nothing)
        let limits = ParsingLimits.standard
        let words = bytes.sdpWords(in: value, atMost: limits.listedValues + 3)
        let formats = words.ranges.dropFirst(3)
        if !words.isExact || formats.isEmpty || !formats.allSatisfy({ bytes.isSDPToken($0) }) { isBad = true }
        if words.isCut { isCut = true }
        guard words.ranges.count >= 3 else { return }
        guard description.media.count < limits.media else {
            isCut = !hasCutMedia
            hasCutMedia = true
            return
        }
        let ports = bytes.sdpPieces(of: words.ranges[1], separator: ASCII.slash, atMost: 2)
        let port = bytes.decimal(ports[0]).flatMap { UInt16(exactly: $0) }
        let count = portCount(bytes, ports, port)
        let proto = bytes.sdpPieces(of: words.ranges[2], separator: ASCII.slash, atMost: 16)
        if port == nil || count == nil || !bytes.isSDPToken(words.ranges[0])
            || !proto.allSatisfy({ bytes.isSDPToken($0) })
        {
            isBad = true
        }
        let medium = Media(
            kind: text(bytes, words.ranges[0]), port: port, portCount: count ?? 1,
            protocolName: text(bytes, words.ranges[2]), formats: formats.map { bytes.text(ByteRange($0)) })
        // RFC 8866 section 5.14: the formats of RTP are payload types, which have seven bits (section 6.6).
        if medium.isRTP, !formats.allSatisfy({ isPayloadType(bytes, $0) }) { isBad = true }
        section = SDPSection(.medium(medium, line: line))
    }

    /// Whether a range is a number of seven bits.
    func isPayloadType(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        bytes.decimal(range).map { $0 < 128 } ?? false
    }

    /// The number of ports; nil where it is none, or leads beyond the last port.
    private func portCount(_ bytes: Span<UInt8>, _ ports: [Range<Int>], _ port: UInt16?) -> Int? {
        guard ports.count > 1 else { return 1 }
        guard let count = bytes.decimal(ports[1]), count > 0, count <= 65_536 - UInt64(port ?? 0) else { return nil }
        return Int(count)
    }
}

extension Media {
    /// Completes the medium with what the session says for all media.
    mutating func inherit(_ session: SessionDescription.Attributes, _ sessionConnection: String?) {
        connection = connections.first?.address ?? sessionConnection
        direction = attributes.direction ?? session.direction ?? .sendrecv
        setup = attributes.setup ?? session.setup
        fingerprints = attributes.fingerprints.isEmpty ? session.fingerprints : attributes.fingerprints
        usesICE =
            (attributes.ice.hasUsernameFragment || session.ice.hasUsernameFragment)
            && (attributes.ice.hasPassword || session.ice.hasPassword)
        codecTable = makeCodecTable()
    }
}
