/// Takes a session description line by line.
struct SessionDescriptionReader {
    /// What the sections that have ended said.
    var description = SessionDescription()
    /// What has been noted.
    var anomalies = SDPAnomalies()
    /// What the section at hand says.
    var section = SDPSection(.session)
    /// Whether the line at hand departs from the grammar.
    var isBad = false
    /// Whether media have been left out because there are too many.
    var hasCutMedia = false
    /// Whether the line at hand has more values than are kept.
    var isCut = false

    private var order = SDPLineOrder()
    /// The letters of the lines read, a bit for each.
    private var letters: UInt32 = 0
    /// The first line that is not UTF-8, which an `a=charset` may explain.
    private var otherEncoding: Range<Int>?
    /// The `m=` lines of the kept media.
    private var mediumLines: [Range<Int>] = []

    /// Reads all lines of a range.
    mutating func readLines(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        let limits = ParsingLimits.standard
        var scanner = SDPLineScanner(bytes, range)
        var count = 0
        while let (line, end) = scanner.next(bytes) {
            switch end {
            case .regular: break
            case .lineFeed: anomalies.noteOnce(.bareLineFeed, line)
            case .carriageReturn: anomalies.noteOnce(.bareCarriageReturn, line)
            }
            if line.count > limits.lineBytes { anomalies.noteOnce(.lineTooLong, line) }
            read(bytes, line.prefix(limits.lineBytes))
            count += 1
            if count == limits.sessionLines, scanner.offset < scanner.tail.lowerBound {
                anomalies.note(.tooManyFields, scanner.offset..<scanner.tail.lowerBound)
                break
            }
        }
        if bytes.offset(of: 0, from: scanner.tail.lowerBound, to: scanner.tail.upperBound) != nil {
            anomalies.note(.badSDP, scanner.tail)
        }
    }

    /// Takes one line, without its end: `type=value` (RFC 8866 section 5).
    mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>) {
        isBad = false
        isCut = false
        checkBytes(bytes, line)
        readField(bytes, line)
        if isBad { anomalies.note(.badSDP, line) }
        if isCut, !section.isCut { anomalies.note(.tooManyValues, line) }
        if isCut { section.isCut = true }
    }

    /// The description; nil where there was neither a version nor a medium.
    mutating func finish(_ start: Int) -> SessionDescription? {
        endSection()
        guard saw(UInt8(ascii: "v")) || !description.media.isEmpty else { return nil }
        // What RFC 8866 section 5 asks for and no line gives is missing from the start.
        if !"vost".utf8.allSatisfy(saw) { anomalies.note(.badSDP, start..<start) }
        if let otherEncoding, description.attributes.characterSet == nil { anomalies.note(.badSDP, otherEncoding) }
        let connection = description.connection
        for (index, line) in zip(description.media.indices, mediumLines) {
            description.media[index].inherit(description.attributes, connection)
            // RFC 8866 section 5.7: an address in each medium, or one at session level.
            if description.media[index].connection == nil { anomalies.note(.badSDP, line) }
        }
        description.anomalies = anomalies.list
        return description
    }

    /// Ends the section at hand and puts what it said where it belongs.
    mutating func endSection() {
        switch section.subject {
        case .session:
            description.information = section.information
            description.connections = section.connections
            description.bandwidths = section.bandwidths
            description.hasKey = section.hasKey
            description.attributes = section.attributes
        case .medium(var medium, let line):
            medium.title = section.information
            medium.connections = section.connections
            medium.bandwidths = section.bandwidths
            medium.hasKey = section.hasKey
            medium.attributes = section.attributes
            description.media.append(medium)
            mediumLines.append(line)
        case .nothing: break
        }
    }

    /// NUL stands nowhere, and text is UTF-8 where no other character set is named (RFC 8866 section 5).
    private mutating func checkBytes(_ bytes: Span<UInt8>, _ line: Range<Int>) {
        if bytes.offset(of: 0, from: line.lowerBound, to: line.upperBound) != nil { isBad = true }
        guard otherEncoding == nil, line.contains(where: { bytes[$0] >= 0x80 }) else { return }
        var copy: [UInt8] = []
        bytes.copy(ByteRange(line), to: &copy)
        if String(validating: copy, as: UTF8.self) == nil { otherEncoding = line }
    }

    private mutating func readField(_ bytes: Span<UInt8>, _ line: Range<Int>) {
        let field = bytes.withoutBlanks(line)
        guard let first = field.first else { return isBad = true }
        guard let equals = ((first + 1)..<field.upperBound).first(where: { !ASCII.isBlank(bytes[$0]) }),
            bytes[equals] == ASCII.equals
        else { return isBad = true }
        let letter = bytes[first]
        if section.isIgnored, Self.belongsToMedium(letter) { return }
        if first != line.lowerBound || equals != first + 1 { isBad = true }
        if !order.accept(letter) { isBad = true }
        if ASCII.isLetter(letter), letter > 96 { letters |= 1 << UInt32(letter & 31) }
        let value = (equals + 1)..<line.upperBound
        switch letter {
        case UInt8(ascii: "a"): readAttribute(bytes, value)
        case UInt8(ascii: "k"): section.hasKey = true
        case UInt8(ascii: "m"): readMedium(bytes, SDPSecrets.disclosable(bytes, value), line)
        case UInt8(ascii: "v"): readVersion(bytes, value)
        default: readText(bytes, letter, SDPSecrets.disclosable(bytes, value))
        }
    }

    private func saw(_ letter: UInt8) -> Bool {
        letters & 1 << UInt32(letter & 31) != 0
    }

    private static func belongsToMedium(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "i"), UInt8(ascii: "c"), UInt8(ascii: "b"), UInt8(ascii: "k"), UInt8(ascii: "a"): true
        default: false
        }
    }
}
