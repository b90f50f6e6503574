import SIPParsing

/// What holds of the bodies of every message.
enum BodyInvariants {
    private static let limits = ParsingLimits.standard

    /// Takes the body apart: each part is inside of the one around it, parts side by side are apart, limits are kept.
    static func check(_ message: Message, _ bytes: Span<UInt8>, _ violations: inout Violations) {
        let tree = message.bodyParts(bytes)
        violations.expect(tree.isSame(as: message.bodyParts(bytes)), "the bodies are others the second time")
        violations.expect(tree.parts.isEmpty == message.body.isEmpty, "bodies without a body, or none of one")
        violations.expect(
            tree.parts.first?.content ?? .empty == (message.body.isEmpty ? .empty : message.body), "another body")
        // The message's own body does not count.
        violations.expect(tree.parts.count, atMost: limits.bodyParts + 1, "bodies")
        violations.expect(tree.anomalies.count, atMost: limits.anomalies, "anomalies of bodies")
        for anomaly in tree.anomalies {
            violations.expect(anomaly.range, inside: message.extent.range, "the anomaly \(anomaly.kind.name)")
        }
        for index in tree.parts.indices {
            checkPlace(tree, index, &violations)
            guard tree.parts[index].content.range.upperBound <= bytes.count else { return }
            checkChildren(tree, index, bytes, &violations)
            read(tree.parts[index], bytes, &violations)
        }
        checkTypes(tree, message, bytes, &violations)
    }

    private static func checkPlace(_ tree: BodyTree, _ index: Int, _ violations: inout Violations) {
        let part = tree.parts[index]
        violations.expect(part.depth, atMost: limits.nesting, "bodies around a body")
        violations.expect(part.fields.count, atMost: limits.headerFields, "header fields of a body")
        guard let parent = part.parent else {
            return violations.expect(index == 0 && part.depth == 0, "a body inside of none")
        }
        guard parent < index else { return violations.expect(false, "a body comes before the one around it") }
        let around = tree.parts[parent]
        violations.expect(part.depth == around.depth + 1, "a body at another depth than inside of the one around it")
        violations.expect(
            part.isEmbedded || !around.isEmbedded, "a message's own body inside of a message carried inside")
        violations.expect(!around.isEncoded, "a body inside of one that is encoded")
        violations.expect(part.content, inside: around.content.range, "a body")
        for field in part.fields {
            violations.expect(field.nameRange, inside: around.content.range, "the name of a field of a part")
            violations.expect(field.value, inside: around.content.range, "the value of a field of a part")
            violations.expect(
                field.value.range.upperBound <= part.content.range.lowerBound, "a part begins before its fields end")
        }
    }

    /// Parts side by side follow each other, their header fields included.
    private static func checkChildren(
        _ tree: BodyTree, _ index: Int, _ bytes: Span<UInt8>, _ violations: inout Violations
    ) {
        let children = tree.children(of: index)
        var end = tree.parts[index].content.range.lowerBound
        for child in children {
            let part = tree.parts[child]
            let start = part.fields.first?.nameRange.range.lowerBound ?? part.content.range.lowerBound
            violations.expect(start >= end, "a part begins at \(start), before the end of the one before it at \(end)")
            end = part.content.range.upperBound
        }
        let isMultipart = tree.parts[index].type?.type == "multipart"
        violations.expect(children.count <= 1 || isMultipart, "several bodies inside of one that is not multipart")
        guard let root = tree.rootPart(ofRelated: index, in: bytes) else { return }
        violations.expect(children.contains(root), "a root part that is none of the parts")
    }

    /// What is found by its type is the first such body.
    private static func checkTypes(
        _ tree: BodyTree, _ message: Message, _ bytes: Span<UInt8>, _ violations: inout Violations
    ) {
        for type in Set(tree.parts.compactMap { $0.type?.name }) {
            let first = tree.first(of: type)
            violations.expect(first?.isEmbedded != true, "a body of a message inside for the message's own")
            violations.expect(
                message.bodyPart(type, in: bytes) == (first?.isEncoded == false ? first?.content : nil),
                "another body of type \(type) than the first")
        }
    }

    private static func read(_ part: BodyPart, _ bytes: Span<UInt8>, _ violations: inout Violations) {
        switch part.type?.name {
        case "application/sdp": SessionDescriptionTarget.check(bytes, part.content, &violations)
        case "message/sipfrag":
            guard let piece = Sipfrag(bytes, part.content) else { return }
            SipfragInvariants.check(piece, inside: part.content.range, &violations)
        default: break
        }
    }
}

extension BodyTree {
    /// Whether another reading gave the same.
    fileprivate func isSame(as other: BodyTree) -> Bool {
        anomalies == other.anomalies
            && parts.elementsEqual(other.parts) { mine, theirs in
                mine.content == theirs.content && mine.parent == theirs.parent && mine.type == theirs.type
                    && mine.fields.map(\.value) == theirs.fields.map(\.value)
                    && mine.contentEncodings == theirs.contentEncodings
            }
    }
}
