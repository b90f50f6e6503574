/// Takes the header fields of a part of a multipart body line by line (MIME-part-headers, RFC 2046 section 5.1.1).
struct PartFieldReader {
    private let limits: ParsingLimits
    private var fields: [HeaderField] = []
    private var anomalies: [Anomaly] = []
    /// The field that the last lines belong to, and that a folded line would go on with.
    private var pending: Range<Int>?
    /// The first line that is no field, and how many fields came before it.
    private var oddLine: (range: Range<Int>, fieldCount: Int)?
    private var isConfirmed = false

    /// Makes a reader.
    init(_ limits: ParsingLimits) {
        self.limits = limits
    }

    /// Takes a line with its end; false at the empty line that ends the fields.
    mutating func take(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        if let start = pending?.lowerBound, let first = line.first, ASCII.isBlank(bytes[first]) {
            pending = start..<line.upperBound
            return true
        }
        addPending(bytes)
        guard !bytes.trimmed(line).isEmpty else { return false }
        pending = line
        if oddLine == nil, bytes.offset(of: ASCII.colon, from: line.lowerBound, to: line.upperBound) == nil {
            oddLine = (line, fields.count)
        }
        return true
    }

    /// The empty line came: all before it were meant as fields.
    mutating func confirm() {
        isConfirmed = true
    }

    /// Where the content begins when a delimiter comes before any empty line: at the first line that is no field.
    var suspectedContent: Int? { oddLine?.range.lowerBound }

    /// The fields, and what is wrong with them.
    mutating func finish(_ bytes: Span<UInt8>) -> (fields: [HeaderField], anomalies: [Anomaly]) {
        addPending(bytes)
        if let oddLine {
            note(isConfirmed ? .lineWithoutColon : .missingEmptyLine, oddLine.range)
            if !isConfirmed { fields.removeSubrange(min(oddLine.fieldCount, fields.count)...) }
        }
        return (fields, anomalies)
    }

    private mutating func addPending(_ bytes: Span<UInt8>) {
        guard let line = pending else { return }
        pending = nil
        guard let colon = bytes.offset(of: ASCII.colon, from: line.lowerBound, to: line.upperBound) else { return }
        guard fields.count < limits.headerFields else { return noteOverflow(line) }
        let name = bytes.trimmed(line.lowerBound..<colon)
        fields.append(
            HeaderField(
                name: HeaderNameTable.shared.name(bytes, from: name.lowerBound, to: name.upperBound),
                nameRange: ByteRange(name),
                value: ByteRange(bytes.trimmed((colon + 1)..<line.upperBound))))
    }

    private mutating func noteOverflow(_ line: Range<Int>) {
        if anomalies.last?.kind != .tooManyFields { note(.tooManyFields, line) }
    }

    private mutating func note(_ kind: Anomaly.Kind, _ range: Range<Int>) {
        anomalies.append(Anomaly(kind: kind, range: ByteRange(range)))
    }
}
