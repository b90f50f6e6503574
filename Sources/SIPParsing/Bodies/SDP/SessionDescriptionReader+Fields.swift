/// The lines that say who made a description, what for, and when.
extension SessionDescriptionReader {
    /// v=0
    mutating func readVersion(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let version = bytes.decimal(bytes.withoutBlanks(value))
        if version != 0 { isBad = true }
        if description.protocolVersion == nil { description.protocolVersion = version }
    }

    /// Reads a line that is neither version nor medium nor attribute.
    mutating func readText(_ bytes: Span<UInt8>, _ letter: UInt8, _ value: Range<Int>) {
        // RFC 8866 section 9: text is at least one byte, a space if there is nothing to say.
        if value.isEmpty { isBad = true }
        switch letter {
        case UInt8(ascii: "o"): readOrigin(bytes, value)
        case UInt8(ascii: "s"): description.name = description.name ?? text(bytes, value)
        case UInt8(ascii: "i"): section.information = section.information ?? text(bytes, value)
        case UInt8(ascii: "u"): description.uri = description.uri ?? text(bytes, value)
        case UInt8(ascii: "e"): isCut = !description.emailAddresses.keep(text(bytes, value))
        case UInt8(ascii: "p"): isCut = !description.phoneNumbers.keep(text(bytes, value))
        case UInt8(ascii: "c"): readConnection(bytes, value)
        case UInt8(ascii: "b"): readBandwidth(bytes, value)
        case UInt8(ascii: "t"): readTime(bytes, value)
        case UInt8(ascii: "r"): readRepeat(bytes, value)
        case UInt8(ascii: "z"): readZone(bytes, value)
        default: break
        }
    }

    /// The text of a range without blanks around it.
    func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        bytes.text(ByteRange(bytes.withoutBlanks(range)))
    }

    /// o=<username> <sess-id> <sess-version> <nettype> <addrtype> <unicast-address>
    ///
    /// Of a username with spaces in it all words are taken.
    private mutating func readOrigin(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let words = bytes.sdpWords(in: value, atMost: 32)
        var ranges = words.ranges
        if !words.isExact || words.isCut || ranges.count != 6 { isBad = true }
        guard description.origin == nil, ranges.count >= 6, let first = ranges.first else { return }
        let extra = ranges.count - 6
        if extra > 0, bytes.isDigits(ranges[1 + extra]), bytes.isDigits(ranges[2 + extra]) {
            ranges.removeSubrange(1...extra)
            ranges[0] = first.lowerBound..<words.ranges[extra].upperBound
        }
        let fields = ranges.prefix(6).map { bytes.text(ByteRange($0)) }
        let address = SDPAddress(bytes, ranges[5])
        if !bytes.isDigits(ranges[1]) || !bytes.isDigits(ranges[2]) || !address.fits(addressType: fields[4]) {
            isBad = true
        }
        description.origin = SessionDescription.Origin(
            username: fields[0], sessionID: fields[1], version: fields[2], networkType: fields[3],
            addressType: fields[4], address: fields[5])
    }

    /// b=<bwtype>:<bandwidth>
    private mutating func readBandwidth(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let value = bytes.withoutBlanks(value)
        let parts = bytes.sdpPieces(of: value, separator: ASCII.colon, atMost: 2)
        guard parts.count == 2, let number = bytes.decimal(bytes.withoutBlanks(parts[1])), !parts[0].isEmpty
        else { return isBad = true }
        if !bytes.isSDPToken(parts[0]) || ASCII.isBlank(bytes[parts[1].lowerBound]) { isBad = true }
        isCut = !section.bandwidths.keep(SessionDescription.Bandwidth(type: text(bytes, parts[0]), value: number))
    }

    /// t=<start-time> <stop-time>
    private mutating func readTime(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let words = bytes.sdpWords(in: value)
        if !words.isExact || words.ranges.count != 2 || !words.ranges.allSatisfy({ bytes.isSDPTime($0) }) {
            isBad = true
        }
        guard words.ranges.count >= 2 else { return }
        let times = words.ranges.map { bytes.text(ByteRange($0)) }
        isCut = !description.times.keep(SessionDescription.TimeDescription(start: times[0], stop: times[1]))
    }

    /// r=<repeat interval> <active duration> <offsets from start-time>
    private mutating func readRepeat(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let words = bytes.sdpWords(in: value, atMost: ParsingLimits.standard.listedValues)
        if !words.isExact || words.ranges.count < 3 || !words.ranges.allSatisfy({ bytes.isTypedTime($0) }) {
            isBad = true
        }
        guard let last = description.times.indices.last else { return isBad = true }
        isCut = !description.times[last].repeats.keep(text(bytes, value))
    }

    /// z=<adjustment time> <offset> ..., behind the repeat times that it changes (RFC 8866 section 5.11)
    private mutating func readZone(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let words = bytes.sdpWords(in: value, atMost: ParsingLimits.standard.listedValues)
        let isGood = words.ranges.enumerated().allSatisfy { index, word in
            let isBackwards = index % 2 == 1 && bytes[word.lowerBound] == 45
            return index % 2 == 0 ? bytes.isSDPTime(word) : bytes.isTypedTime(isBackwards ? word.dropFirst() : word)
        }
        if !isGood || !words.isExact || words.ranges.isEmpty || !words.ranges.count.isMultiple(of: 2) { isBad = true }
        guard let last = description.times.indices.last else { return isBad = true }
        if description.times[last].repeats.isEmpty || description.times[last].zoneAdjustments != nil { isBad = true }
        if description.times[last].zoneAdjustments == nil {
            description.times[last].zoneAdjustments = text(bytes, value)
        }
    }
}

extension Array {
    /// Appends a value unless the list is full (`ParsingLimits.listedValues`), and says whether there was room.
    mutating func keep(_ value: Element) -> Bool {
        guard count < ParsingLimits.standard.listedValues else { return false }
        append(value)
        return true
    }
}
