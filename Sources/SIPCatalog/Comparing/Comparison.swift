/// Two codes side by side, in whole sentences of the catalog's language.
public struct Comparison: Hashable, Sendable {
    /// What is said of one of the two codes.
    public struct Part: Hashable, Sendable {
        /// Label and phrase, such as `486 Busy Here`.
        public let name: String
        /// The status code.
        public let code: Int
        /// What it means.
        public let description: String
        /// When one sees it.
        public let occasion: String
        /// What to do about it, the first thing first.
        public let fix: [String]
    }

    /// One thing in which the two differ, or are alike.
    public struct Difference: Hashable, Sendable {
        /// What is compared, such as "Class".
        public let label: String
        /// Whole sentences on both codes.
        public let text: String
        /// Whether both codes are the same in it.
        public let isShared: Bool
    }

    /// A headline with both codes.
    public let title: String
    /// One paragraph that sets the two against each other.
    public let summary: String
    /// The two codes; one where a code is compared with itself.
    public let parts: [Part]
    /// The differences in fixed order; empty where a code is compared with itself.
    public let differences: [Difference]
    /// When it is the one and when the other, a paragraph for each.
    public let choice: [String]
    /// How the two can meet in one trace; empty where a code is compared with itself.
    public let together: [String]

    /// Whether a code was compared with itself.
    public var isSame: Bool { parts.count == 1 }
}
