/// A content coding, as Content-Encoding names it (RFC 3261 section 20.12).
enum ContentCoding {
    case gzip, deflate, identity

    /// Reads a name in lower case; nil for one that is not known here.
    init?(_ name: String) {
        switch name {
        case "gzip", "x-gzip": self = .gzip
        case "deflate": self = .deflate
        case "identity": self = .identity
        default: return nil
        }
    }
}
