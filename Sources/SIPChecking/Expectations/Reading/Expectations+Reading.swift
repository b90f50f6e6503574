import TraceTypes
import YAMLReading

/// Why a file of expectations cannot be used.
public struct ExpectationError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong, and what would be right, in a line; what it quotes is escaped.
    public var message: String
    /// Where.
    public var position: SourcePosition

    /// Makes an error.
    public init(_ message: String, at position: SourcePosition) {
        self.message = message
        self.position = position
    }

    /// As compilers write it: `trace.sipwatch.yaml:3:5: unknown key 'form' in a call; did you mean 'from'?`.
    public var description: String {
        "\(escaped(position.file)):\(position.line):\(position.column): \(message)"
    }
}

extension Expectations {
    /// Reads a file of expectations, whose grammar ``ExpectationGrammar`` tells; an empty file expects nothing. The
    /// path is for places and errors, and what snapshots are found from; nothing is opened.
    public static func read(_ bytes: [UInt8], path: String) throws(ExpectationError) -> Expectations {
        do throws(YAMLError) {
            guard let root = try YAMLDocument.read(bytes), !root.isNull else { return Expectations(path: path) }
            return try ExpectationReader(path: path).expectations(root)
        } catch {
            let hint = QuotationHint.text(for: error, in: bytes).map { "; " + $0 } ?? ""
            throw ExpectationError(
                error.message + hint,
                at: SourcePosition(file: path, line: error.mark.line, column: error.mark.column))
        }
    }
}
