/// A text of the catalog with places for values.
///
/// `{name}` is a place. `{article.name}` is one behind an article of the language, such as `{le.method}`.
/// `{name|one:# time|other:# times}` has cases: those of the plural for a number, which stands for `#`, else those that
/// the program chooses from. What stands in `[...]` is told only where every place in it has a value. A backslash takes
/// a character as it is.
public struct PhraseTemplate: Hashable, Sendable {
    /// A piece of a template.
    indirect enum Part: Hashable, Sendable {
        case literal(String)
        case place(name: String, article: String?)
        case cases(name: String, [Case])
        /// The number that the cases around it are about.
        case count
        case optional([Part])
    }

    /// One of a place's cases.
    struct Case: Hashable, Sendable {
        let name: String
        let parts: [Part]
    }

    /// The text as the data file has it.
    public let source: String
    let parts: [Part]

    /// Reads a template. Throws where a brace or bracket is not closed, or a place has no name.
    init(_ source: String) throws(PhraseSyntaxError) {
        self.source = source
        guard source.utf8.contains(where: Self.isSpecial) else {
            parts = [.literal(source)]
            return
        }
        var parser = PhraseParser(source)
        parts = try parser.parse()
    }

    /// The names of all its places.
    public var places: Set<String> { Self.places(of: parts) }

    private static func places(of parts: [Part]) -> Set<String> {
        parts.reduce(into: []) { names, part in
            switch part {
            case .literal, .count: break
            case .place(let name, _): names.insert(name)
            case .cases(let name, let cases):
                names.insert(name)
                for one in cases { names.formUnion(places(of: one.parts)) }
            case .optional(let parts): names.formUnion(places(of: parts))
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\\")
            || byte == UInt8(ascii: "]")
            || byte == UInt8(ascii: "}")
    }
}

/// A template that is not well formed.
struct PhraseSyntaxError: Error, Hashable, Sendable {
    /// What is wrong with it.
    let message: String
}
