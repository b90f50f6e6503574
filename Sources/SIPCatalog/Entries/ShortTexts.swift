/// The few words for every status code, kept in one table so that a message needs no entry to be looked up.
struct ShortTexts: Sendable {
    private struct Row: Sendable {
        var plain = ""
        /// At most a handful, so that searching them costs less than hashing.
        var situations: [(name: String, text: String)] = []

        func text(of name: String?) -> String? {
            guard let name, !situations.isEmpty else { return nil }
            return situations.first { $0.name == name }?.text
        }
    }

    private static let codes = 100...699
    private var rows = Array(repeating: Row(), count: codes.count)
    private var outside = ""

    /// A table without texts, for a catalog without data.
    init() {}

    /// The texts of all entries, with those of the classes for codes without an entry.
    init(_ catalog: Catalog) {
        rows = Self.codes.map { code in
            Row(
                plain: catalog.entry(for: code).short,
                situations: catalog.situations(of: code).map { ($0.name, $0.short) })
        }
        outside = catalog.entry(for: 0).short
    }

    /// The words of the situation, else those of the code itself.
    func text(code: Int, situation: String?) -> String {
        guard Self.codes.contains(code) else { return outside }
        let row = rows[code - Self.codes.lowerBound]
        return row.text(of: situation) ?? row.plain
    }
}
