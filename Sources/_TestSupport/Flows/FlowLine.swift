/// A line of a flow file that says something.
struct FlowLine {
    /// Words between blanks; a quoted one may have blanks in it and is no keyword.
    struct Word: Equatable {
        var text: String
        var isQuoted: Bool

        /// Whether it is this keyword.
        func `is`(_ keyword: String) -> Bool { !isQuoted && text == keyword }
    }

    /// The file's path.
    let file: String
    /// Counted from 1.
    let number: Int
    /// Without blanks at its ends.
    let text: String

    /// An error at this line.
    func error(_ reason: FlowError.Reason) -> FlowError {
        FlowError(file: file, line: number, reason: reason)
    }

    /// The words.
    var words: [Word] {
        var words: [Word] = []
        var rest = text[...]
        while let first = rest.first {
            if first == " " || first == "\t" {
                rest = rest.dropFirst()
            } else if first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") {
                words.append(Word(text: String(rest.dropFirst()[..<end]), isQuoted: true))
                rest = rest[end...].dropFirst()
            } else {
                let word = rest.prefix { $0 != " " && $0 != "\t" }
                words.append(Word(text: String(word), isQuoted: false))
                rest = rest[word.endIndex...]
            }
        }
        return words
    }
}

/// A line with the indented lines below it.
struct FlowBlock {
    let head: FlowLine
    var details: [FlowLine] = []

    /// A text as blocks, without comments and empty lines. Indented lines in front of everything are a block as well.
    static func all(in text: String, file: String) -> [FlowBlock] {
        var blocks: [FlowBlock] = []
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let isIndented = raw.first == " " || raw.first == "\t"
            let line = FlowLine(file: file, number: index + 1, text: raw.trimmed)
            guard !line.text.isEmpty, !line.text.hasPrefix("#") else { continue }
            if isIndented, !blocks.isEmpty {
                blocks[blocks.count - 1].details.append(line)
            } else {
                blocks.append(FlowBlock(head: line))
            }
        }
        return blocks
    }
}

extension Substring {
    /// Without blanks and line ends at either end.
    fileprivate var trimmed: String {
        var text = self
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text.drop { $0.isWhitespace })
    }
}
