/// A JSON value that is written with sorted keys, so that the same value gives the same bytes.
package enum JSONText: Equatable {
    case string(String)
    case number(Int)
    /// A number as it is to be written, such as `4.250000`.
    case decimal(String)
    case bool(Bool)
    case null
    case array([JSONText])
    case object([String: JSONText])

    /// A list of strings.
    package static func strings(_ items: [String]) -> JSONText { .array(items.map { .string($0) }) }

    /// The whole document, indented, with a line feed at its end.
    package var document: String { text(indent: "") + "\n" }

    /// A part of an indented document: all lines but the first begin with `indent`.
    package func document(indent: String) -> String { text(indent: indent) }

    /// The value on one line.
    package var line: String {
        switch self {
        case .array(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
        case .object(let fields):
            "{"
                + fields.sorted { $0.key < $1.key }.map { Self.quote($0.key) + ":" + $0.value.line }.joined(
                    separator: ",")
                + "}"
        default: text(indent: "")
        }
    }

    private func text(indent: String) -> String {
        let inner = indent + "  "
        switch self {
        case .string(let string): return Self.quote(string)
        case .number(let number): return String(number)
        case .decimal(let digits): return digits
        case .bool(let bool): return bool ? "true" : "false"
        case .null: return "null"
        case .array(let items) where items.isEmpty: return "[]"
        case .array(let items):
            let lines = items.map { inner + $0.text(indent: inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let fields) where fields.isEmpty: return "{}"
        case .object(let fields):
            let lines = fields.sorted { $0.key < $1.key }.map {
                inner + Self.quote($0.key) + ": " + $0.value.text(indent: inner)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    /// The string in quotation marks (RFC 8259 section 7).
    private static func quote(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
