extension SessionDescription {
    /// Who made the description, and which one it is (`o=`, RFC 8866 section 5.2).
    public struct Origin: Sendable, Hashable {
        /// The user, or `-`.
        public let username: String
        /// What makes the session unique with the other fields.
        public let sessionID: String
        /// The version of the description: a higher one with each change.
        public let version: String
        /// The kind of network: `IN`.
        public let networkType: String
        /// The kind of address: `IP4` or `IP6`.
        public let addressType: String
        /// The address of the machine.
        public let address: String
    }
}
