extension SessionDescription {
    /// When a session is active (`t=`, RFC 8866 section 5.9). Times are of any length, and so are kept as text.
    public struct TimeDescription: Sendable, Hashable {
        /// The start in seconds since 1900, or `0`.
        public let start: String
        /// The end in seconds since 1900, or `0` for a session that is not bounded.
        public let stop: String
        /// How the session repeats (`r=`, RFC 8866 section 5.10), as written.
        public internal(set) var repeats: [String] = []
        /// How time zones change meanwhile (`z=`, RFC 8866 section 5.11), as written.
        public internal(set) var zoneAdjustments: String?
    }
}
