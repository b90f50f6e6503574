extension SessionDescription {
    /// A proposed bandwidth (`b=`, RFC 8866 section 5.8).
    public struct Bandwidth: Sendable, Hashable {
        /// What is measured: `AS`, `CT`, `TIAS`, `RS`, `RR` …
        public let type: String
        /// How much: kilobits per second, unless the type has a unit of its own.
        public let value: UInt64
    }
}
