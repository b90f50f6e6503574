/// The one-letter forms of header field names.
extension HeaderName {
    /// The one-letter form (RFC 3261 section 7.3.3 and the registry), where there is one. `n` was Identity-Info's and
    /// is taken back (RFC 8224 section 13.1).
    public var compactForm: Character? {
        switch self {
        case .acceptContact: "a"
        case .referredBy: "b"
        case .contentType: "c"
        case .requestDisposition: "d"
        case .contentEncoding: "e"
        case .from: "f"
        case .callID: "i"
        case .rejectContact: "j"
        case .supported: "k"
        case .contentLength: "l"
        case .contact: "m"
        case .event: "o"
        case .referTo: "r"
        case .subject: "s"
        case .to: "t"
        case .allowEvents: "u"
        case .via: "v"
        case .sessionExpires: "x"
        case .identity: "y"
        default: nil
        }
    }
}
