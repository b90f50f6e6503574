extension SessionDescription {
    /// Media that belong together (`a=group`); with `BUNDLE` they share one transport (RFC 8843 section 7).
    public struct Group: Sendable, Hashable {
        /// What belonging together means: `BUNDLE`, `LS`, `FID` …
        public let semantics: String
        /// The names of the media, as their `a=mid` gives them.
        public let mids: [String]
    }

    /// Where RTCP goes (`a=rtcp`, RFC 3605 section 2.1).
    public struct RTCPAddress: Sendable, Hashable {
        /// The port.
        public let port: UInt16
        /// The address, where it is not the medium's.
        public let address: String?
    }

    /// What is said of fax over T.38, as written.
    public struct Fax: Sendable, Hashable {
        /// The version of T.38 (`a=T38FaxVersion`).
        public internal(set) var version: String?
        /// The highest bit rate (`a=T38MaxBitRate`).
        public internal(set) var maximumBitRate: String?
        /// How the bit rate is negotiated (`a=T38FaxRateManagement`): `transferredTCF` or `localTCF`.
        public internal(set) var rateManagement: String?
        /// How lost packets are made up for (`a=T38FaxUdpEC`): `t38UDPRedundancy`, `t38UDPFEC` …
        public internal(set) var errorCorrection: String?
    }
}
