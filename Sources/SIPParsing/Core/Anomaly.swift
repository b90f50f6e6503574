/// A departure from the grammar that the parser met and read past: what it is and where. Rules decide what it means.
public struct Anomaly: Hashable, Sendable {
    /// The stable name of a kind of departure. An open set.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        /// The name, in kebab case.
        public var rawValue: String

        /// Makes a kind from its name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A line that ends in LF alone (RFC 3261 section 7 wants CRLF).
        public static let bareLineFeed = Kind(rawValue: "bare-line-feed")
        /// A line among the header fields that has no colon (section 7.3).
        public static let lineWithoutColon = Kind(rawValue: "line-without-colon")
        /// The header section runs into the end of the bytes without an empty line (section 7).
        public static let missingEmptyLine = Kind(rawValue: "missing-empty-line")
        /// More or other white space in the start line than one SP (section 7.1, 7.2).
        public static let startLineSpacing = Kind(rawValue: "start-line-spacing")
        /// A Request-URI with white space, angle brackets, or header fields in it (sections 7.1 and 19.1.1).
        public static let badRequestURI = Kind(rawValue: "bad-request-uri")
        /// A version other than SIP/2.0 (section 7.1).
        public static let otherVersion = Kind(rawValue: "other-version")
        /// A status code outside of 100 to 699 (section 7.2).
        public static let statusOutOfRange = Kind(rawValue: "status-out-of-range")
        /// A Content-Length that is not a number, or two that differ (section 20.14).
        public static let badContentLength = Kind(rawValue: "bad-content-length")
        /// Fewer body bytes than Content-Length says (section 18.3).
        public static let shortBody = Kind(rawValue: "short-body")
        /// A CSeq without a 32-bit number and a method (section 20.16).
        public static let badCSeq = Kind(rawValue: "bad-cseq")
        /// A Via value without a sent-by, or none between two commas (section 20.42).
        public static let badVia = Kind(rawValue: "bad-via")
        /// A From or To whose quoted string or angle bracket is never closed (section 20.10).
        public static let badAddress = Kind(rawValue: "bad-address")
        /// CSeq's method is not the request's (section 8.1.1.5).
        public static let cseqMethodMismatch = Kind(rawValue: "cseq-method-mismatch")
        /// One of Via, From, To, Call-ID, CSeq is not there (section 8.1.1).
        public static let missingMandatoryField = Kind(rawValue: "missing-mandatory-field")
        /// A header field that stands once in a message stands twice (section 7.3.1).
        public static let repeatedField = Kind(rawValue: "repeated-field")
        /// More header fields than the parser keeps.
        public static let tooManyFields = Kind(rawValue: "too-many-fields")
    }

    /// What it is.
    public var kind: Kind
    /// The bytes that show it.
    public var range: ByteRange
}
