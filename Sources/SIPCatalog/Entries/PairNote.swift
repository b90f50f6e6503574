/// Two codes that engineers compare, in ascending order.
struct CodePair: Hashable {
    let lower: Int
    let upper: Int

    init(_ first: Int, _ second: Int) {
        lower = min(first, second)
        upper = max(first, second)
    }
}

/// What is worth saying about two codes beyond what their entries give.
struct PairNote: Equatable {
    let pair: CodePair
    /// Whole sentences.
    let note: String

    init(_ section: CatalogSection) throws(CatalogDataError) {
        var reader = SectionReader(section)
        let codes = section.name.split(separator: " ").compactMap { Int($0) }
        guard codes.count == 2, codes[0] != codes[1] else {
            throw CatalogDataError(line: section.line, .badValue(field: section.kind, value: section.name))
        }
        pair = CodePair(codes[0], codes[1])
        note = try reader.text("note")
        try reader.finish()
    }
}
