import Foundation
import Testing

/// The areas of the rules: what the program lists, with the words of the comments in `Rule+All.swift`.
struct DocumentationAreas {
    /// A line of `sipwatch rules --format json`.
    struct Rule: Decodable {
        let name: String
        let severity: String
        let title: String

        /// The name of its page, without the ending.
        var page: String { name.replacing("/", with: "-") }
        /// The first part of its name.
        var area: String { String(name.prefix { $0 != "/" }) }
    }

    /// The rules that share the first part of their names.
    struct Area {
        /// That part.
        let name: String
        /// What they are about.
        let words: String
        /// Its rules, by name.
        let rules: [Rule]
    }

    /// All areas, by name.
    let areas: [Area]

    /// Asks the program, and reads the source.
    init() throws {
        let rules = try JSONDecoder().decode(
            [Rule].self, from: Data(DocumentationShell.output("rules --format json").utf8))
        let source = try DocumentationFolder.text("Sources/SIPFindings/Rules/Rule+All.swift")
        areas = try Dictionary(grouping: rules, by: \.area).sorted { $0.key < $1.key }.map { name, rules in
            let declaration = try #require(source.firstRange(of: "\n    private static let \(name)Rules:"))
            let comment = try #require(source[..<declaration.lowerBound].split(separator: "\n").last)
            let words = comment.drop { $0 == " " || $0 == "/" }
            try #require(words.hasSuffix("."), "no comment at \(name)Rules")
            return Area(name: name, words: String(words.dropLast()), rules: rules)
        }
    }

    /// The table of the README, two areas in a line.
    var table: String {
        let cells = areas.map { "`\($0.name)` | \($0.words) | \($0.rules.count)" }
        let middle = (cells.count + 1) / 2
        let rows = cells.prefix(middle).enumerated().map { index, cell in
            "| \(cell) | \(middle + index < cells.count ? cells[middle + index] : "| |") |"
        }
        return (["| area | about | rules | area | about | rules |", "|---|---|---|---|---|---|"] + rows)
            .joined(separator: "\n")
    }
}
