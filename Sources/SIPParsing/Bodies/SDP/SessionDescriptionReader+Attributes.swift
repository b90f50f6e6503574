/// The attributes of a section (`a=`, RFC 8866 section 5.13).
extension SessionDescriptionReader {
    /// Bytes of the longest attribute name that is looked up.
    private static let longestKnownName = 32

    /// a=<attribute-name>[:<attribute-value>]
    mutating func readAttribute(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        let parts = bytes.sdpPieces(of: range, separator: ASCII.colon, atMost: 2)
        let name = bytes.withoutBlanks(parts[0])
        let whole = parts.count > 1 ? bytes.withoutBlanks(parts[1]) : nil
        let isExact = name.lowerBound == parts[0].lowerBound && (parts.count == 1 || name == parts[0])
        if !isExact || !bytes.isSDPToken(name) { isBad = true }
        let secret = SDPSecrets.secret(bytes, name: name)
        let known = name.count <= Self.longestKnownName ? bytes.text(ByteRange(name)) : ""
        let value = whole.map { secret == nil ? SDPSecrets.disclosable(bytes, $0) : $0 }
        if let value, readValue(known, bytes, value) { return }
        if readFlag(known, hasValue: value != nil) { return }
        // A name that stands for something else with a value than without one, or one that is not known here.
        guard !name.isEmpty else { return }
        let attribute = SessionDescription.Attribute(
            name: secret ?? bytes.text(ByteRange(name)),
            value: secret == nil ? value.map { bytes.text(ByteRange($0)) } : nil)
        if !section.attributes.others.keep(attribute) { isCut = true }
    }

    /// Reads an attribute that has no value; false where it is none of those known here.
    private mutating func readFlag(_ name: String, hasValue: Bool) -> Bool {
        if let direction = Media.Direction(rawValue: name), !hasValue {
            // RFC 8866 section 6.7: at most one of them at each level.
            if section.attributes.direction != nil { isBad = true }
            section.attributes.direction = direction
            return true
        }
        guard !hasValue else { return false }
        switch name {
        case "rtcp-mux": section.attributes.hasRTCPMux = true
        case "bundle-only": section.attributes.isBundleOnly = true
        case "ice-lite": section.attributes.ice.isLite = true
        case "ice-mismatch": section.attributes.ice.hasMismatch = true
        case "end-of-candidates": section.attributes.ice.hasEndOfCandidates = true
        default: return false
        }
        return true
    }

    /// Reads an attribute that has a value; false where it is none of those known here.
    private mutating func readValue(_ name: String, _ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
        switch name {
        case "rtpmap": readRTPMap(bytes, value)
        case "fmtp": readFormatParameters(bytes, value)
        case "ptime": readPacketTime(bytes, value, \.packetTime)
        case "maxptime": readPacketTime(bytes, value, \.maximumPacketTime)
        case "crypto": readCrypto(bytes, value)
        case "fingerprint": readFingerprint(bytes, value)
        case "setup": readSetup(bytes, value)
        case "candidate": readCandidate(bytes, value)
        case "ice-ufrag": section.attributes.ice.hasUsernameFragment = true
        case "ice-pwd": section.attributes.ice.hasPassword = true
        case "ice-options": section.attributes.ice.options = words(bytes, value)
        case "group": readGroup(bytes, value)
        case "rtcp": readRTCP(bytes, value)
        case "rtcp-fb": section.attributes.rtcpFeedbackCount += 1
        case "extmap": section.attributes.headerExtensionCount += 1
        case "ssrc": readSource(bytes, value)
        default:
            guard let place = Self.place(ofText: name) else { return false }
            if section.attributes[keyPath: place] != nil { isBad = true }
            section.attributes[keyPath: place] = section.attributes[keyPath: place] ?? text(bytes, value)
        }
        return true
    }

    /// Where the value of an attribute is kept as text.
    private static func place(ofText name: String) -> WritableKeyPath<SessionDescription.Attributes, String?>? {
        switch name {
        case "mid": \.mid
        case "label": \.label
        case "content": \.content
        case "charset": \.characterSet
        case "T38FaxVersion": \.fax.version
        case "T38MaxBitRate": \.fax.maximumBitRate
        case "T38FaxRateManagement": \.fax.rateManagement
        case "T38FaxUdpEC": \.fax.errorCorrection
        default: nil
        }
    }

    /// The words of a value, no more than are listed.
    mutating func words(_ bytes: Span<UInt8>, _ value: Range<Int>) -> [String] {
        let words = bytes.sdpWords(in: value, atMost: ParsingLimits.standard.listedValues)
        if words.isCut { isCut = true }
        return words.ranges.map { bytes.text(ByteRange($0)) }
    }
}
