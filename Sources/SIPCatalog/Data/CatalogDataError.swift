/// What is wrong with a data file, and on which line.
public struct CatalogDataError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of mistake a data file can hold.
    public enum Problem: Hashable, Sendable {
        case notUTF8
        case malformedLine
        case fieldOutsideSection
        case itemOutsideList
        case continuationOutsideField
        case trailingBlank
        case emptyField(String)
        case duplicateField(String)
        case unknownSection(String)
        case duplicateSection(String)
        case missingSection(String)
        case missingField(String)
        case unknownField(String)
        case wrongShape(String)
        case badValue(field: String, value: String)
        case badTemplate(field: String, String)
    }

    /// The two files that a catalog is made of.
    public enum File: String, Hashable, Sendable {
        /// What is the same in every language.
        case facts
        /// The prose of one language.
        case language
    }

    /// Line of the file, counted from 1.
    public let line: Int
    /// What was found there.
    public let problem: Problem
    /// Which file it is in.
    public let file: File

    /// A mistake on a line counted from 1.
    public init(line: Int, _ problem: Problem, in file: File = .language) {
        self.line = line
        self.problem = problem
        self.file = file
    }

    /// One line for the person who edits the file.
    public var description: String { "\(file == .facts ? "facts, " : "")line \(line): \(problem.text)" }
}

extension CatalogDataError.Problem {
    fileprivate var text: String {
        switch self {
        case .notUTF8: "not UTF-8"
        case .malformedLine: "neither a section, a field, an item, a continuation nor a comment"
        case .fieldOutsideSection: "a field before the first section"
        case .itemOutsideList: "an item that belongs to no list"
        case .continuationOutsideField: "a continuation of nothing"
        case .trailingBlank: "a blank at the end of the line"
        case .emptyField(let name): "the field '\(name)' is empty"
        case .duplicateField(let name): "the field '\(name)' is given twice"
        case .unknownSection(let name): "unknown section '\(name)'"
        case .duplicateSection(let name): "the section '\(name)' is given twice"
        case .missingSection(let name): "the section '\(name)' is missing"
        case .missingField(let name): "the field '\(name)' is missing"
        case .unknownField(let name): "unknown field '\(name)'"
        case .wrongShape(let name): "the field '\(name)' has a list for a text, or a text for a list"
        case .badValue(let field, let value): "the field '\(field)' cannot be '\(value)'"
        case .badTemplate(let field, let fault): "the field '\(field)' is no template: \(fault)"
        }
    }
}
