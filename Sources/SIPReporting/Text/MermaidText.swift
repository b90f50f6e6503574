import TraceTypes

/// Text inside of a Mermaid diagram.
enum MermaidText {
    /// A text on one line, of which Mermaid, Markdown and HTML take nothing for their own: what is neither a letter, a digit
    /// nor a harmless mark is written as Mermaid's entity code, `#59;`.
    static func escaped(_ text: String) -> String {
        TraceTypes.escaped(text).unicodeScalars.reduce(into: "") { result, scalar in
            if isHarmless(scalar) { result.unicodeScalars.append(scalar) } else { result += "#\(scalar.value);" }
        }
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return true }
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", ":", "@", "/", "-", "_", "+", "=", "(", ")", "?", "!":
            return true
        default: return false
        }
    }
}
