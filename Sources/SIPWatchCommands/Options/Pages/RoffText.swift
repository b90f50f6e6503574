/// Turns plain text into roff that shows the same characters on every device.
enum RoffText {
    /// `text` with all that roff would interpret or replace escaped; safe anywhere in a line.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case "\"": result += "\\(dq"
            case let other where other.isASCII: result.unicodeScalars.append(other)
            default: result += "\\[u\(hexadecimal(scalar.value))]"
            }
        }
        return result.hasPrefix(".") ? "\\&" + result : result
    }

    /// `text` in bold.
    static func bold(_ text: String) -> String {
        "\\fB\(escaped(text))\\fR"
    }

    /// `text` in italics, as man pages set what stands for a value.
    static func italic(_ text: String) -> String {
        "\\fI\(escaped(text))\\fR"
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
