/// Takes a session description line by line.
struct SessionDescriptionReader {
    /// Media kept of one description.
    private static let longestMediaList = 64
    /// Formats and rtpmap attributes kept of one medium.
    private static let longestFormatList = 128

    private var sawVersion = false
    private var origin: SessionDescription.Origin?
    private var connection: String?
    private var direction: Media.Direction?
    private var media: [Media] = []
    /// Of the last medium: its own direction, and the names that rtpmap gave to its formats.
    private var mediaDirection: Media.Direction?
    private var encodings: [(format: String, name: String)] = []

    /// Takes one line, without its end: `type=value` (RFC 8866 section 5).
    mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>) {
        guard line.count >= 2, bytes[line.lowerBound + 1] == ASCII.equals else { return }
        let value = bytes.trimmed((line.lowerBound + 2)..<line.upperBound)
        switch bytes[line.lowerBound] {
        case UInt8(ascii: "v"): sawVersion = true
        case UInt8(ascii: "o"): readOrigin(words(bytes, value))
        case UInt8(ascii: "c"): readConnection(words(bytes, value))
        case UInt8(ascii: "m"): readMedia(bytes, words(bytes, value))
        case UInt8(ascii: "a"): readAttribute(bytes, value)
        default: break
        }
    }

    /// The description; nil where there was neither a version nor a medium.
    mutating func finish() -> SessionDescription? {
        endMedia()
        guard sawVersion || !media.isEmpty else { return nil }
        var description = SessionDescription(origin: origin, connection: connection)
        description.media = media
        return description
    }

    private func words(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [String] {
        var words: [String] = []
        var offset = range.lowerBound
        while words.count < Self.longestFormatList {
            while offset < range.upperBound, ASCII.isWhitespace(bytes[offset]) { offset += 1 }
            let start = offset
            while offset < range.upperBound, !ASCII.isWhitespace(bytes[offset]) { offset += 1 }
            guard offset > start else { break }
            words.append(bytes.text(ByteRange(start..<offset)))
        }
        return words
    }

    /// o=<username> <sess-id> <sess-version> <nettype> <addrtype> <unicast-address>
    private mutating func readOrigin(_ words: [String]) {
        guard origin == nil, words.count >= 6 else { return }
        origin = SessionDescription.Origin(
            username: words[0], sessionID: words[1], version: words[2], address: words[5])
    }

    /// c=<nettype> <addrtype> <connection-address>, of which a multicast address has its TTL behind a slash
    private mutating func readConnection(_ words: [String]) {
        guard words.count >= 3 else { return }
        let address = words[2].split(separator: "/", maxSplits: 1).first.map { String($0) }
        if media.isEmpty { connection = address } else { media[media.count - 1].connection = address }
    }

    /// m=<media> <port>[/<number of ports>] <proto> <fmt> ...
    private mutating func readMedia(_ bytes: Span<UInt8>, _ words: [String]) {
        endMedia()
        guard words.count >= 3, media.count < Self.longestMediaList else { return }
        let ports = words[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        media.append(
            Media(
                kind: words[0], port: ports.first.flatMap { UInt16($0) } ?? 0,
                portCount: ports.count > 1 ? Int(ports[1]) ?? 1 : 1, protocolName: words[2],
                formats: Array(words.dropFirst(3))))
    }

    /// a=<attribute>[:<value>]
    private mutating func readAttribute(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        if let found = Media.Direction(rawValue: bytes.text(ByteRange(value.prefix(8)))), value.count <= 8 {
            if media.isEmpty { direction = found } else { mediaDirection = found }
        } else if bytes.hasPrefix("rtpmap:", at: value.lowerBound), encodings.count < Self.longestFormatList {
            let words = words(bytes, (value.lowerBound + 7)..<max(value.upperBound, value.lowerBound + 7))
            guard words.count >= 2, let name = words[1].split(separator: "/", maxSplits: 1).first else { return }
            encodings.append((words[0], String(name)))
        }
    }

    private mutating func endMedia() {
        defer {
            mediaDirection = nil
            encodings = []
        }
        guard let last = media.indices.last else { return }
        media[last].direction = mediaDirection ?? direction ?? .sendrecv
        media[last].connection = media[last].connection ?? connection
        let isRTP =
            media[last].protocolName.utf8.starts(with: "RTP/".utf8) || media[last].protocolName.contains("/RTP/")
        media[last].codecs = media[last].formats.map { format in
            encodings.first { $0.format == format }?.name ?? (isRTP ? StaticPayloadTypes.name(format) : nil) ?? format
        }
    }
}
