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
    package var document: String { document(indent: 0) + "\n" }

    /// A part of an indented document: all lines but the first are indented by so many steps, and more inside.
    package func document(indent: Int) -> String {
        var text = ""
        write(to: &text, indent: indent)
        return text
    }

    /// The value on one line.
    package var line: String {
        var text = ""
        write(to: &text, indent: nil)
        return text
    }

    /// Adds the value to a text; without an indent, on one line.
    private func write(to text: inout String, indent: Int?) {
        switch self {
        case .string(let string): Self.quote(string, to: &text)
        case .number(let number): text += String(number)
        case .decimal(let digits): text += digits
        case .bool(let bool): text += bool ? "true" : "false"
        case .null: text += "null"
        case .array(let items):
            Self.write(items, between: "[", "]", to: &text, indent) { item, text, indent in
                item.write(to: &text, indent: indent)
            }
        case .object(let fields):
            Self.write(fields.sorted { $0.key < $1.key }, between: "{", "}", to: &text, indent) { field, text, indent in
                Self.quote(field.key, to: &text)
                text += indent == nil ? ":" : ": "
                field.value.write(to: &text, indent: indent)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], between open: String, _ close: String, to text: inout String, _ indent: Int?,
        _ write: (Item, inout String, Int?) -> Void
    ) {
        text += open
        let inner = indent.map { $0 + 1 }
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            newLine(in: &text, inner)
            write(item, &text, inner)
        }
        if !items.isEmpty { newLine(in: &text, indent) }
        text += close
    }

    private static func newLine(in text: inout String, _ indent: Int?) {
        guard let indent else { return }
        text += "\n"
        for _ in 0..<indent { text += "  " }
    }

    /// Adds the string in quotation marks (RFC 8259 section 7).
    private static func quote(_ string: String, to text: inout String) {
        text += "\""
        if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            text += string
        } else {
            for scalar in string.unicodeScalars { escape(scalar, to: &text) }
        }
        text += "\""
    }

    private static func escape(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case _ where scalar.value < 0x20:
            let digits = String(scalar.value, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
    }
}
