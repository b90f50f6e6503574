extension SessionDescription {
    /// What a payload type stands for (`a=rtpmap`, RFC 8866 section 6.6).
    public struct RTPMap: Sendable, Hashable {
        /// The payload type as written.
        public let format: String
        /// The name of the encoding as written: names compare without regard to case.
        public let encodingName: String
        /// The clock rate in Hz; nil where it is missing or no number that fits.
        public let clockRate: UInt32?
        /// The channels, where the line says how many.
        public let channels: Int?
    }

    /// The parameters of a format (`a=fmtp`, RFC 8866 section 6.15).
    public struct FormatParameters: Sendable, Hashable {
        /// The format as written.
        public let format: String
        /// The parameters as written: `0-16`, `annexb=no`, `minptime=10;useinbandfec=1`.
        public let text: String

        /// The parameters between semicolons, names in lower case; a piece without `=` has no value.
        public var parameters: [Parameter] {
            text.utf8.split(separator: ASCII.semicolon).prefix(ParsingLimits.standard.parameters).compactMap { piece in
                let parts = piece.split(separator: ASCII.equals, maxSplits: 1, omittingEmptySubsequences: false)
                let words = parts.map { part in
                    let start = part.drop(while: ASCII.isBlank)
                    let end = start.lastIndex { !ASCII.isBlank($0) }
                    return String(decoding: end.map { start[...$0] } ?? start.prefix(0), as: UTF8.self)
                }
                guard let name = words.first, !name.isEmpty else { return nil }
                return Parameter(name: ASCII.lowercased(name), value: words.count > 1 ? words[1] : nil)
            }
        }
    }
}
