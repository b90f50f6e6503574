/// The texts of one language for every ``Wording``.
struct WordingTable: Equatable, Sendable {
    private var texts: [Wording: String] = [:]

    /// A table without a text, for a catalog without data.
    init() {}

    /// Reads the section `words`, which must hold every key and no other.
    init(_ section: CatalogSection) throws(CatalogDataError) {
        var reader = SectionReader(section)
        for wording in Wording.allCases {
            texts[wording] = try reader.text(wording.rawValue)
        }
        try reader.finish()
    }

    /// The text, or its key where the table is empty.
    subscript(_ wording: Wording) -> String { texts[wording] ?? wording.rawValue }

    /// A frame with its places filled. A place that no value is given for stays as it is.
    func fill(_ wording: Wording, _ values: [String: String]) -> String {
        var result = ""
        var rest = self[wording][...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let place = rest[rest.index(after: open)..<close]
            result += values[String(place)] ?? "{\(place)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// Words joined as in "A, B and C".
    func join(_ words: [String]) -> String {
        guard let first = words.first, let last = words.last, words.count > 1 else { return words.first ?? "" }
        let front = words.dropFirst().dropLast().reduce(first) { fill(.listMore, ["a": $0, "b": $1]) }
        return fill(.listTwo, ["a": front, "b": last])
    }

    /// Methods as they stand in a sentence.
    func methods(_ methods: [String]) -> String { methods.isEmpty ? self[.methodsAny] : join(methods) }
}
