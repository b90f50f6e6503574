import Foundation

/// The project's prose: the README and the pages of the documentation catalog.
enum DocumentationFolder {
    /// A piece of a page that is set as code.
    struct Block {
        /// The word behind the fence, such as `sh`; empty where there is none.
        let language: String
        /// The lines between the fences.
        let lines: [String]
    }

    /// The folder that holds Package.swift.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// The documentation catalog.
    static let catalog = root.appending(path: "Sources/SIPWatchKit/SIPWatchKit.docc")

    /// The README.
    static func readme() throws -> String {
        try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    }

    /// The paths of the README and of all pages, relative to the root, in order.
    static let paths: [String] = {
        let names = FileManager.default.enumerator(atPath: catalog.path)?.compactMap { $0 as? String } ?? []
        let pages = names.filter { $0.hasSuffix(".md") }.sorted()
        return ["README.md"] + pages.map { "Sources/SIPWatchKit/SIPWatchKit.docc/\($0)" }
    }()

    /// The text of a page.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// What stands between a heading of a page and the next one of its level or above; nil where there is none.
    static func section(_ heading: String, of text: String) -> String? {
        var level: Int?
        var isFenced = false
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") { isFenced.toggle() }
            let signs = isFenced ? 0 : line.prefix { $0 == "#" }.count
            if let level {
                if signs > 0, signs <= level { break }
                lines.append(line)
            } else if signs > 0, line.dropFirst(signs).drop(while: { $0 == " " }) == heading {
                level = signs
            }
        }
        return level == nil ? nil : lines.joined(separator: "\n")
    }

    /// The words in backquotes in the first cells of the tables of a text, in order.
    static func tableKeys(of text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { row in
            inlineCode(of: String(row.dropFirst().prefix { $0 != "|" }))
        }
    }

    /// The fenced blocks of a page, in order.
    static func blocks(of text: String) -> [Block] {
        var blocks: [Block] = []
        var open: (language: String, lines: [String])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if let block = open {
                if trimmed.hasPrefix("```") {
                    blocks.append(Block(language: block.language, lines: block.lines))
                    open = nil
                } else {
                    open?.lines.append(line)
                }
            } else if trimmed.hasPrefix("```") {
                open = (String(trimmed.dropFirst(3)), [])
            }
        }
        return blocks
    }

    /// What stands between single backquotes outside of fenced blocks.
    static func inlineCode(of text: String) -> [String] {
        var isFenced = false
        var spans: [String] = []
        for line in text.split(separator: "\n") {
            if line.trimmingCharacters(in: .whitespaces).hasPrefix("```") {
                isFenced.toggle()
            } else if !isFenced, !line.contains("``") {
                let parts = line.split(separator: "`", omittingEmptySubsequences: false)
                spans += parts.indices.filter { $0 % 2 == 1 && $0 + 1 < parts.count }.map { String(parts[$0]) }
            }
        }
        return spans
    }
}
