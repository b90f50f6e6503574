extension SessionDescription {
    /// One way of SRTP with its keys in the description (`a=crypto`, RFC 4568 section 9.1); the keys are not kept.
    public struct Crypto: Sendable, Hashable {
        /// The number that answers choose it by; nil where the line is damaged.
        public let tag: UInt32?
        /// The suite: `AES_CM_128_HMAC_SHA1_80` …; nil where the line is damaged.
        public let suite: String?
    }

    /// The fingerprint of a certificate for DTLS (RFC 5763 section 5).
    public struct Fingerprint: Sendable, Hashable {
        /// The hash function as written: `sha-256`; names compare without regard to case.
        public let hashFunction: String
        /// The hash as written, in hexadecimal with colons.
        public let value: String
    }

    /// Which side opens the connection (`a=setup`, RFC 4145 section 4).
    public enum Setup: String, Sendable, Hashable {
        case active, passive, actpass, holdconn
    }
}
