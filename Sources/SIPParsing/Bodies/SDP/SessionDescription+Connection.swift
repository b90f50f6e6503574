extension SessionDescription {
    /// Where media go to (`c=`, RFC 8866 section 5.7).
    public struct Connection: Sendable, Hashable {
        /// The kind of network: `IN`.
        public let networkType: String
        /// The kind of address: `IP4` or `IP6`.
        public let addressType: String
        /// The address or domain name, without what follows a slash.
        public let address: String
        /// How far multicast packets go, of an IPv4 multicast address; nil where it is missing or out of range.
        public let timeToLive: UInt8?
        /// How many addresses there are from this one on; 1 where the number is missing or makes no sense.
        public let addressCount: Int
    }
}
