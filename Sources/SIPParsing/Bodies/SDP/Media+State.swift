/// What follows from the lines of a medium.
extension Media {
    /// The formats by their names: from `a=rtpmap`, or else from RFC 3551, or else as they are.
    public var codecs: [String] { codecTable.map(\.name) }

    /// Whether the medium is carried over RTP, by whatever profile and transport.
    public var isRTP: Bool {
        protocolName.utf8.starts(with: "RTP/".utf8) || protocolName.contains("/RTP/")
    }

    /// Whether the profile is one of SRTP: `RTP/SAVP`, `UDP/TLS/RTP/SAVPF` …
    public var isSecureRTP: Bool {
        isRTP && (protocolName.hasSuffix("/SAVP") || protocolName.hasSuffix("/SAVPF"))
    }

    /// Whether the port says that the medium is refused or ended (RFC 3264 sections 6 and 8.2); port 0 of one that runs
    /// in a bundle does not (RFC 8843 section 6), nor does a port that cannot be read.
    public var isDisabled: Bool { hasPort && port == 0 && !attributes.isBundleOnly }

    /// Whether the other side is put on hold (RFC 3264 section 8.4; the zero address is RFC 2543's way).
    public var isHold: Bool {
        direction == .inactive || direction == .sendonly || (connection == "0.0.0.0" && !awaitsCandidates)
    }

    /// Whether the zero address only stands in for ICE candidates that come later (RFC 8839 section 4.3.2).
    private var awaitsCandidates: Bool { usesICE && port == 9 }
}
