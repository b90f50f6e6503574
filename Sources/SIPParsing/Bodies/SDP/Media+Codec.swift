extension Media {
    /// What a format of the medium stands for.
    public struct Codec: Sendable, Hashable {
        /// Where a format's meaning comes from.
        public enum Source: Sendable, Hashable {
            /// From `a=rtpmap`.
            case rtpMap
            /// From the static payload types of RFC 3551 section 6.
            case profile
            /// From nowhere: a dynamic payload type that is not explained, or a format that is no payload type.
            case none
        }

        /// The format as the `m=` line has it.
        public let format: String
        /// Where its meaning comes from.
        public let source: Source
        /// The name of the encoding, when it is known; names compare without regard to case.
        public let encodingName: String?
        /// The clock rate in Hz, when it is known.
        public let clockRate: UInt32?
        /// The channels of audio, when they are known; one where `a=rtpmap` leaves them out (RFC 8866 section 6.6).
        public let channels: Int?
        /// The format's parameters (`a=fmtp`).
        public let parameters: SessionDescription.FormatParameters?

        /// The encoding's name, or else the format as it is.
        public var name: String { encodingName ?? format }
    }

    /// The codecs in the order of the formats; the first `a=rtpmap` and `a=fmtp` of a format count.
    func makeCodecTable() -> [Codec] {
        let maps = Dictionary(attributes.rtpMaps.map { ($0.format, $0) }) { first, _ in first }
        let parameters = Dictionary(attributes.formatParameters.map { ($0.format, $0) }) { first, _ in first }
        let isRTP = isRTP
        let isAudio = kind == "audio"
        return formats.map { format in
            if let map = maps[format] {
                return Codec(
                    format: format, source: .rtpMap, encodingName: map.encodingName, clockRate: map.clockRate,
                    channels: map.channels ?? (isAudio ? 1 : nil), parameters: parameters[format])
            }
            let known = isRTP ? StaticPayloadTypes.entry(format) : nil
            return Codec(
                format: format, source: known == nil ? .none : .profile, encodingName: known?.name,
                clockRate: known?.clockRate, channels: known?.channels, parameters: parameters[format])
        }
    }
}
