/// A data file cut into sections, before their meaning is looked at.
///
/// Grammar, line by line: `# comment`; `== kind name` opens a section; `key: text` sets a field; `key:` followed by
/// `- item` lines sets a list; a line that begins with two spaces continues the text or the item above it.
struct CatalogDocument {
    private(set) var sections: [CatalogSection] = []
    private var openKey: String?

    /// Reads a whole file. Throws at its first mistake.
    init(_ bytes: [UInt8]) throws(CatalogDataError) {
        var line = 0
        for slice in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            guard let text = String(validating: slice, as: UTF8.self) else {
                throw CatalogDataError(line: line, .notUTF8)
            }
            try read(text, line: line)
        }
        try closeField()
    }

    private mutating func read(_ text: String, line: Int) throws(CatalogDataError) {
        if text.isEmpty || text.hasPrefix("#") { return }
        if text.hasSuffix(" ") { throw CatalogDataError(line: line, .trailingBlank) }
        if text.hasPrefix("== ") {
            try closeField()
            let words = text.dropFirst(3).split(separator: " ", maxSplits: 1)
            guard let kind = words.first else { throw CatalogDataError(line: line, .malformedLine) }
            sections.append(
                CatalogSection(kind: String(kind), name: words.count > 1 ? String(words[1]) : "", line: line))
        } else if text.hasPrefix("- ") {
            try addItem(String(text.dropFirst(2)), line: line)
        } else if text.hasPrefix("  ") {
            try continueField(String(text.drop { $0 == " " }), line: line)
        } else {
            try openField(text, line: line)
        }
    }

    private mutating func openField(_ text: String, line: Int) throws(CatalogDataError) {
        try closeField()
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else {
            throw CatalogDataError(line: line, .malformedLine)
        }
        let key = String(text[..<colon])
        let value = text[text.index(after: colon)...]
        guard key.allSatisfy(Self.isKeyCharacter), value.isEmpty || value.hasPrefix(" ") else {
            throw CatalogDataError(line: line, .malformedLine)
        }
        guard !sections.isEmpty else { throw CatalogDataError(line: line, .fieldOutsideSection) }
        guard sections[sections.count - 1].fields[key] == nil else {
            throw CatalogDataError(line: line, .duplicateField(key))
        }
        let items = value.isEmpty ? [] : [String(value.dropFirst())]
        sections[sections.count - 1].fields[key] = .init(line: line, items: items, isList: items.isEmpty)
        openKey = key
    }

    private mutating func addItem(_ item: String, line: Int) throws(CatalogDataError) {
        guard let key = openKey, sections[sections.count - 1].fields[key]?.isList == true else {
            throw CatalogDataError(line: line, .itemOutsideList)
        }
        sections[sections.count - 1].fields[key]?.items.append(item)
    }

    private mutating func continueField(_ text: String, line: Int) throws(CatalogDataError) {
        guard let key = openKey, var field = sections[sections.count - 1].fields[key] else {
            throw CatalogDataError(line: line, .continuationOutsideField)
        }
        if let last = field.items.popLast() {
            field.items.append(last + " " + text)
        } else {
            field.items.append(text)
            field.isList = false
        }
        sections[sections.count - 1].fields[key] = field
    }

    private mutating func closeField() throws(CatalogDataError) {
        guard let key = openKey else { return }
        openKey = nil
        guard let field = sections[sections.count - 1].fields[key] else { return }
        if field.items.isEmpty { throw CatalogDataError(line: field.line, .emptyField(key)) }
    }

    private static func isKeyCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "." || character == "-")
    }
}
