import TraceTypes

/// Reading a file of one YAML document.
///
/// Anchors, aliases and tags are refused: no file that people write for this program needs them, and aliases can make a
/// small file huge. A key may stand once in a mapping (YAML 1.1 section 3.2.1.3).
public enum YAMLDocument {
    /// The root of the document; nil for a file without one.
    public static func read(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) throws(YAMLError) -> YAMLNode? {
        guard bytes.count <= limits.bytes else {
            throw YAMLError(
                "the file has more than \(limits.bytes) bytes, which is the most that is read; "
                    + "split it into several files", at: YAMLMark(line: 1, column: 1))
        }
        if let mark = placeOfInvalidText(bytes) {
            throw YAMLError("this is not UTF-8; save the file in that encoding", at: mark)
        }
        var builder = YAMLBuilder(limits: limits)
        // libyaml takes a byte order mark for a part of the text once it was told the encoding.
        let isMarked = bytes.starts(with: byteOrderMark)
        try YAMLParser.read(isMarked ? Array(bytes.dropFirst(byteOrderMark.count)) : bytes, into: &builder)
        return builder.root
    }

    /// Some editors write it in front of a text in UTF-8.
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Where the first bytes stand that are not UTF-8; nil where all are.
    private static func placeOfInvalidText(_ bytes: [UInt8]) -> YAMLMark? {
        var decoder = UTF8()
        var source = bytes.makeIterator()
        var mark = YAMLMark(line: 1, column: 1)
        while true {
            switch decoder.decode(&source) {
            case .emptyInput: return nil
            case .error: return mark
            case .scalarValue("\n"): mark = YAMLMark(line: mark.line + 1, column: 1)
            case .scalarValue: mark.column += 1
            }
        }
    }
}
