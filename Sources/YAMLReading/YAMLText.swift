/// Writing texts as YAML has them.
public enum YAMLText {
    /// Words that some readers take for something else than a text (YAML 1.1 and 1.2).
    private static let reserved: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    private static let plain = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+@/- ".unicodeScalars)

    /// A text as a value: as it is where nothing can take it for something else, else in quotation marks. What would steer
    /// a terminal or an editor is written by its number (YAML 1.1 section 5.6).
    public static func scalar(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.allSatisfy(plain.contains) && !reserved.contains(text.lowercased())
            && text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false && text.last != " "
        return isPlain ? text : "\"\(text.unicodeScalars.map(quoted).joined())\""
    }

    /// Texts as a list on one line.
    public static func list(_ texts: [String]) -> String {
        "[" + texts.map(scalar).joined(separator: ", ") + "]"
    }

    private static func quoted(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": return "\\\(scalar)"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            return escape(scalar.value)
        default:
            // Blanks other than the usual one look alike, and some readers fold lines at them.
            return scalar.properties.isWhitespace && scalar != " " ? escape(scalar.value) : String(scalar)
        }
    }

    private static func escape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        let (letter, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
        return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
    }
}
