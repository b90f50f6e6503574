extension SessionDescription {
    /// What one level says of ICE (RFC 8839 section 5); candidates are counted, secrets are not kept.
    public struct ICE: Sendable, Hashable {
        /// Whether there is a username fragment (`a=ice-ufrag`).
        public internal(set) var hasUsernameFragment = false
        /// Whether there is a password (`a=ice-pwd`).
        public internal(set) var hasPassword = false
        /// Whether the agent is a lite one (`a=ice-lite`).
        public internal(set) var isLite = false
        /// Whether the agent found that the offer's address is none of its candidates (`a=ice-mismatch`).
        public internal(set) var hasMismatch = false
        /// The extensions that the agent supports (`a=ice-options`): `ice2`, `trickle` …
        public internal(set) var options: [String] = []
        /// The candidates (`a=candidate`).
        public internal(set) var candidates = CandidateCount()
        /// Whether no more candidates come later (`a=end-of-candidates`).
        public internal(set) var hasEndOfCandidates = false
    }

    /// How many candidates there are of each type (RFC 8839 section 5.1).
    public struct CandidateCount: Sendable, Hashable {
        /// Addresses of the machine itself.
        public internal(set) var host = 0
        /// Addresses that a STUN server saw.
        public internal(set) var serverReflexive = 0
        /// Addresses that the other side saw.
        public internal(set) var peerReflexive = 0
        /// Addresses of a relay.
        public internal(set) var relayed = 0
        /// Candidates of another type, or that could not be read.
        public internal(set) var other = 0

        /// All of them.
        public var total: Int { host + serverReflexive + peerReflexive + relayed + other }
    }
}
