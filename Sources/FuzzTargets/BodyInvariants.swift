import SIPParsing

/// What holds of the parts of every body.
enum BodyInvariants {
    /// The types that are looked for, a multipart one among them so that parts of different levels meet.
    private static let types = [
        "application/sdp", "message/sipfrag", "message/sip", "text/plain", "text/html", "application/pidf+xml",
        "application/isup", "multipart/mixed", "multipart/alternative", "multipart/related",
    ]

    /// Finds the parts of all types: each is inside of the body, and two of them are apart or one inside of the other.
    static func check(_ message: Message, _ bytes: Span<UInt8>, _ violations: inout Violations) {
        var parts: [Range<Int>] = []
        for type in types {
            guard let part = message.bodyPart(type, in: bytes) else { continue }
            violations.expect(part, inside: message.body.range, "the part of type \(type)")
            violations.expect(message.bodyPart(type, in: bytes) == part, "\(type) is found elsewhere the second time")
            guard part.range.upperBound <= bytes.count else { return }
            for other in parts where part.range.overlaps(other) && part.range != other {
                let isInside = other.contains(part.range) || part.range.contains(other)
                violations.expect(isInside, "the parts \(part.range) and \(other) overlap")
            }
            parts.append(part.range)
            read(part, of: type, bytes, &violations)
        }
    }

    private static func read(
        _ part: ByteRange, of type: String, _ bytes: Span<UInt8>, _ violations: inout Violations
    ) {
        switch type {
        case "application/sdp": SessionDescriptionTarget.check(bytes, part, &violations)
        case "message/sipfrag":
            for field in Sipfrag(bytes, part)?.fields ?? [] {
                violations.expect(field.nameRange, inside: part.range, "a field's name of a sipfrag")
                violations.expect(field.value, inside: part.range, "a field's value of a sipfrag")
            }
        default: break
        }
    }
}
