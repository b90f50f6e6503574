extension SessionDescription {
    /// The attributes of one level (`a=`, RFC 8866 section 5.13): of the session, or of one medium.
    ///
    /// What a level does not have is nil, empty or false: nothing is inherited here. Of an attribute that may stand once
    /// the first counts; of directions the last.
    public struct Attributes: Sendable, Hashable {
        /// Which way media flow (RFC 8866 section 6.7).
        public internal(set) var direction: Media.Direction?
        /// The encodings of payload types (`a=rtpmap`) in their order.
        public internal(set) var rtpMaps: [RTPMap] = []
        /// The parameters of formats (`a=fmtp`) in their order.
        public internal(set) var formatParameters: [FormatParameters] = []
        /// Milliseconds of media in a packet (`a=ptime`, RFC 8866 section 6.4).
        public internal(set) var packetTime: Double?
        /// The most milliseconds of media in a packet (`a=maxptime`, RFC 8866 section 6.5).
        public internal(set) var maximumPacketTime: Double?
        /// The offered ways of SRTP with keys in the description (`a=crypto`), without their keys.
        public internal(set) var cryptos: [Crypto] = []
        /// The fingerprints of DTLS certificates (`a=fingerprint`).
        public internal(set) var fingerprints: [Fingerprint] = []
        /// Who opens the connection (`a=setup`).
        public internal(set) var setup: Setup?
        /// What is said of ICE.
        public internal(set) var ice = ICE()
        /// The name by which groups call the medium (`a=mid`).
        public internal(set) var mid: String?
        /// Media that belong together (`a=group`).
        public internal(set) var groups: [Group] = []
        /// Whether the medium runs only as part of a bundle (`a=bundle-only`, RFC 8843 section 6).
        public internal(set) var isBundleOnly = false
        /// Where RTCP goes, when it is not the port after RTP's (`a=rtcp`).
        public internal(set) var rtcp: RTCPAddress?
        /// Whether RTCP shares the port of RTP (`a=rtcp-mux`).
        public internal(set) var hasRTCPMux = false
        /// How many `a=rtcp-fb` lines there are (RFC 4585 section 4.2).
        public internal(set) var rtcpFeedbackCount = 0
        /// How many `a=extmap` lines there are.
        public internal(set) var headerExtensionCount = 0
        /// How many different sources `a=ssrc` lines tell of.
        public internal(set) var sourceCount = 0
        /// The label that other documents know the medium by (`a=label`).
        public internal(set) var label: String?
        /// What the medium is for (`a=content`): `main`, `slides` …
        public internal(set) var content: String?
        /// What is said of fax over T.38.
        public internal(set) var fax = Fax()
        /// The session's character set (`a=charset`, RFC 8866 section 6.10), where it is not UTF-8.
        public internal(set) var characterSet: String?
        /// All other attributes in their order.
        public internal(set) var others: [Attribute] = []
    }

    /// An attribute that has no type of its own here.
    public struct Attribute: Sendable, Hashable {
        /// The name as written: names differ by case.
        public let name: String
        /// The value, or nil for a name that stands alone; what may be key material is left off.
        public let value: String?
    }
}
