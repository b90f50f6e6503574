import YAMLReading

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
            for print in prints { text += "    - \(YAMLText.scalar(print.text))\n" }
        }
        return text
    }

    /// A key of the list of traces, with its colon. libyaml takes no more than 1024 characters in front of a colon for a
    /// key; a longer one has a mark of its own.
    private static func key(_ path: String) -> String {
        let key = YAMLText.scalar(path)
        return key.unicodeScalars.count <= 1_000 ? "  \(key):" : "  ? \(key)\n  :"
    }
}
