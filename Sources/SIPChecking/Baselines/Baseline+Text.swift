/// Writing a baseline as YAML.
extension Baseline {
    private static let head = """
        # Findings that are known: 'sipwatch check --baseline FILE' lets them pass.
        # Each line is a rule, the method and status that it is about, who sent the message, and which of several it is.
        # Written by 'sipwatch check --baseline FILE --update-baseline'; lines may be taken out by hand.

        """

    /// The file. The same findings give the same bytes.
    public var text: String {
        var text = Self.head + "version: \(Self.version)\n"
        guard !traces.isEmpty else { return text + "traces: {}\n" }
        text += "traces:\n"
        for (path, known) in traces.sorted(by: { $0.key < $1.key }) {
            let prints = Set(known.entries.map(\.fingerprint)).sorted()
            text += Self.key(path) + (prints.isEmpty ? " []\n" : "\n")
            for print in prints { text += "    - \(Self.scalar(print.text))\n" }
        }
        return text
    }

    /// A key of the list of traces, with its colon. libyaml takes no more than 1024 characters in front of a colon for a
    /// key; a longer one has a mark of its own.
    private static func key(_ path: String) -> String {
        let key = scalar(path)
        return key.unicodeScalars.count <= 1_000 ? "  \(key):" : "  ? \(key)\n  :"
    }

    /// A text as YAML: as it is where nothing in it means anything, else between quotation marks.
    private static func scalar(_ text: String) -> String {
        let isPlain =
            text.utf8.allSatisfy(isPlain) && text.utf8.first.map(isLetter) == true && text.utf8.last != 0x20
            && !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(text.lowercased())
        return isPlain ? text : quotedScalar(text)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || " -_./+".utf8.contains(byte)
    }

    /// Between double quotation marks, where everything that is not printed is written as an escape.
    private static func quotedScalar(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where isShown(scalar): result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 8 : 4
                result += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
            }
        }
        return result + "\""
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: scalar.isASCII || !scalar.properties.isWhitespace
        }
    }
}
