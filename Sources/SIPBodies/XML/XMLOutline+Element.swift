extension XMLOutline {
    /// One element. Names are local names: prefixes of namespaces are left out.
    struct Element {
        /// Bytes kept of its text.
        private static let longestText = 1_024

        let name: String
        /// How many elements stand around it.
        let depth: Int
        /// The attributes by their local names.
        var attributes: [String: String] = [:]
        private var content: [UInt8] = []

        /// Makes an element without attributes and text.
        init(name: String, depth: Int) {
            self.name = name
            self.depth = depth
        }

        /// The first characters of its own text, white space in one piece each, and none at the ends.
        var text: String {
            String(decoding: content.last == 0x20 ? content.dropLast() : content[...], as: UTF8.self)
        }

        /// An attribute, or a question mark where it is missing.
        subscript(name: String) -> String { attributes[name] ?? "?" }

        /// Adds to its text, which ends between two characters.
        mutating func add(_ more: some Sequence<CChar>) {
            for byte in more.lazy.map({ UInt8(bitPattern: $0) }) {
                let isSpace = byte <= 0x20
                if isSpace, content.isEmpty || content.last == 0x20 { continue }
                guard content.count < Self.longestText || byte & 0xC0 == 0x80 else { return }
                content.append(isSpace ? 0x20 : byte)
            }
        }
    }
}
