/// The attributes that explain formats; all of them are a medium's (RFC 8866 section 6).
extension SessionDescriptionReader {
    /// a=rtpmap:<payload type> <encoding name>/<clock rate>[/<encoding parameters>]
    mutating func readRTPMap(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let words = bytes.sdpWords(in: value)
        if section.isSession || !words.isExact || words.ranges.count != 2 { isBad = true }
        guard words.ranges.count >= 2 else { return isBad = true }
        let parts = bytes.sdpPieces(of: words.ranges[1], separator: ASCII.slash, atMost: 3)
        guard !parts[0].isEmpty else { return isBad = true }
        let clockRate = parts.count > 1 ? bytes.decimal(parts[1]).flatMap { UInt32(exactly: $0) } : nil
        let channels = parts.count > 2 ? bytes.decimal(parts[2]).flatMap { UInt8(exactly: $0) } : nil
        let map = SessionDescription.RTPMap(
            format: bytes.text(ByteRange(words.ranges[0])), encodingName: bytes.text(ByteRange(parts[0])),
            clockRate: clockRate == 0 ? nil : clockRate, channels: channels == 0 ? nil : channels.map { Int($0) })
        // Encoding parameters other than channels may come; of audio they are channels (RFC 8866 section 6.6).
        let isChannelless = parts.count > 2 && map.channels == nil
        // RFC 8866 section 6.6: one rtpmap for each format.
        let isRepeated = section.attributes.rtpMaps.contains { $0.format == map.format }
        if map.clockRate == nil || isChannelless || isRepeated || !isPayloadType(bytes, words.ranges[0])
            || !bytes.isSDPToken(parts[0])
        {
            isBad = true
        }
        if !section.attributes.rtpMaps.keep(map) { isCut = true }
    }

    /// a=fmtp:<format> <format specific parameters>
    mutating func readFormatParameters(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let end = value.first { ASCII.isBlank(bytes[$0]) } ?? value.upperBound
        let rest = bytes.withoutBlanks(end..<value.upperBound)
        let format = bytes.text(ByteRange(value.lowerBound..<end))
        // RFC 8866 section 6.15: one fmtp for each format, and that one of the medium's.
        let isRepeated = section.attributes.formatParameters.contains { $0.format == format }
        if section.isSession || rest.isEmpty || isRepeated || !section.formats.contains(format) { isBad = true }
        guard !format.isEmpty, !rest.isEmpty else { return }
        let parameters = SessionDescription.FormatParameters(format: format, text: bytes.text(ByteRange(rest)))
        if !section.attributes.formatParameters.keep(parameters) { isCut = true }
    }

    /// a=ptime:<packet time>, a=maxptime:<maximum packet time>
    mutating func readPacketTime(
        _ bytes: Span<UInt8>, _ value: Range<Int>,
        _ place: WritableKeyPath<SessionDescription.Attributes, Double?>
    ) {
        let time = bytes.milliseconds(value)
        if section.isSession || time == nil || section.attributes[keyPath: place] != nil { isBad = true }
        section.attributes[keyPath: place] = section.attributes[keyPath: place] ?? time
    }
}
