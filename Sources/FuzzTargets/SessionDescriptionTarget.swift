import SIPParsing

/// A session description: what is kept of it, and that it is read the same wherever it stands.
enum SessionDescriptionTarget {
    private static let limits = ParsingLimits.standard

    static func run(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        check(bytes, ByteRange(0..<bytes.count), &violations)
    }

    static func check(_ bytes: Span<UInt8>, _ body: ByteRange, _ violations: inout Violations) {
        let description = SessionDescription(bytes, body)
        let surrounded = SurroundedBytes(bytes, body, between: ("m=audio 1 RTP/AVP 0\r\na=", "\r\nm=video 2 x y\r\n"))
        let moved = SessionDescription(surrounded.bytes.span, surrounded.range)
        violations.expect(
            description?.parts == moved?.parts, "a session description reads differently among other bytes")
        violations.expect(
            description?.anomalies.map { $0.moved(by: -body.range.lowerBound) }
                == moved?.anomalies.map { $0.moved(by: -surrounded.range.range.lowerBound) },
            "a session description has other anomalies among other bytes")
        guard let description else { return }
        violations.expect(description.anomalies.count, atMost: limits.anomalies, "anomalies")
        for anomaly in description.anomalies {
            violations.expect(anomaly.range, inside: body.range, "the anomaly \(anomaly.kind.name)")
        }
        checkLists(description, &violations)
        for medium in description.media { check(medium, &violations) }
        violations.expect(
            !description.isHold || description.media.contains { $0.isHold }, "on hold without a medium that is")
        violations.expect(description.summary.isEmpty == description.media.isEmpty, "a summary of no media")
    }

    private static func checkLists(_ description: SessionDescription, _ violations: inout Violations) {
        violations.expect(description.media.count, atMost: limits.media, "media")
        violations.expect(description.emailAddresses.count, atMost: limits.listedValues, "email addresses")
        violations.expect(description.phoneNumbers.count, atMost: limits.listedValues, "phone numbers")
        violations.expect(description.connections.count, atMost: limits.listedValues, "connections")
        violations.expect(description.bandwidths.count, atMost: limits.listedValues, "bandwidths")
        violations.expect(description.times.count, atMost: limits.listedValues, "times")
        for time in description.times {
            violations.expect(time.repeats.count, atMost: limits.listedValues, "repeats")
        }
        check(description.attributes, &violations)
    }

    private static func check(_ attributes: SessionDescription.Attributes, _ violations: inout Violations) {
        let lists = [
            attributes.rtpMaps.count, attributes.formatParameters.count, attributes.cryptos.count,
            attributes.fingerprints.count, attributes.groups.count, attributes.others.count,
        ]
        violations.expect(lists.max() ?? 0, atMost: limits.listedValues, "attributes of one kind")
        let counts = [attributes.rtcpFeedbackCount, attributes.headerExtensionCount, attributes.sourceCount]
        violations.expect(counts.allSatisfy { (0...limits.sessionLines).contains($0) }, "more lines counted than read")
        let times = [attributes.packetTime, attributes.maximumPacketTime].compactMap(\.self)
        violations.expect(times.allSatisfy { $0.isFinite && $0 >= 0 }, "a packet of less than no time")
    }

    private static func check(_ medium: Media, _ violations: inout Violations) {
        violations.expect(
            medium.codecTable.map(\.format) == medium.formats, "the codecs are not those of the formats in their order")
        violations.expect(medium.codecs.count == medium.formats.count, "formats and their names differ in number")
        violations.expect(medium.formats.count, atMost: limits.listedValues, "formats")
        violations.expect(medium.connections.count, atMost: limits.listedValues, "connections of a medium")
        violations.expect(medium.bandwidths.count, atMost: limits.listedValues, "bandwidths of a medium")
        violations.expect(medium.portCount > 0, "\(medium.portCount) ports")
        violations.expect(Int(medium.port) + medium.portCount, atMost: 65_536, "as the port behind the last")
        violations.expect(medium.hasPort || medium.port == 0, "a port that cannot be read")
        violations.expect(
            medium.connections.allSatisfy { $0.addressCount > 0 && !$0.address.isEmpty }, "a connection to nowhere")
        violations.expect(!medium.kind.isEmpty && !medium.protocolName.isEmpty, "a medium without kind or protocol")
        check(medium.attributes, &violations)
    }
}

extension SessionDescription {
    /// All but the anomalies, whose ranges depend on where the description stands.
    fileprivate var parts: [AnyHashable?] {
        [
            protocolVersion, origin, name, information, uri, emailAddresses, phoneNumbers, connections, bandwidths,
            times,
            hasKey, attributes, media,
        ]
    }
}

extension Anomaly {
    /// The anomaly as seen from elsewhere.
    fileprivate func moved(by distance: Int) -> Anomaly {
        Anomaly(kind: kind, range: ByteRange((range.range.lowerBound + distance)..<(range.range.upperBound + distance)))
    }
}
