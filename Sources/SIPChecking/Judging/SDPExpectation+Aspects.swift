import RegularExpressions
import SIPParsing
import TraceTypes

/// Holding session descriptions against what is expected of them.
extension SDPExpectation {
    /// Each aspect that it speaks of.
    var parts: [SDPAspect] {
        var parts: [SDPAspect] = []
        if let media {
            let words = media.value.isEmpty ? "none" : media.value.joined(separator: ", ")
            parts.append(
                SDPAspect(".media", words, media.position) { description, frame in
                    let kinds = description.media.map(\.kind)
                    return Observation(isMet: kinds == media.value, SeenText.list(kinds, none: "none"), [frame])
                })
        }
        if let codecs {
            let words = codecs.value.isEmpty ? "none" : codecs.value.map(\.text).joined(separator: ", ")
            parts.append(
                SDPAspect(".codecs", words, codecs.position) { (medium: Media, frame) in
                    Self.codecs(codecs.value, medium, frame)
                })
        }
        if let direction {
            parts.append(
                SDPAspect(".direction", direction.value.joined(separator: " or "), direction.position) {
                    (medium: Media, frame) in
                    let word = medium.direction.rawValue
                    return Observation(isMet: direction.value.contains(word), word, [frame])
                })
        }
        if let address {
            parts.append(
                SDPAspect(".address", address.value.text, address.position) { (medium: Media, frame) in
                    guard let seen = medium.connection else { return Observation(.failed, "none", [frame]) }
                    let answer = address.value.answer(for: seen, ignoringCase: true)
                    if answer == .tooCostly { return .tooCostly([frame]) }
                    return Observation(isMet: answer == .matches, SeenText.shown(seen), [frame])
                })
        }
        if let port {
            parts.append(
                SDPAspect(".port", port.value.text, port.position) { (medium: Media, frame) in
                    guard medium.hasPort else { return Observation(.failed, "none", [frame]) }
                    return Observation(isMet: port.value.holds(Int64(medium.port)), "\(medium.port)", [frame])
                })
        }
        return parts
    }

    private static func codecs(_ wanted: [TextMatcher], _ medium: Media, _ frame: FrameNumber) -> Observation {
        let codecs = medium.codecs
        let answers = zip(wanted, codecs).map { $0.answer(for: $1, ignoringCase: true) }
        if answers.contains(.tooCostly) { return .tooCostly([frame]) }
        return Observation(
            isMet: wanted.count == codecs.count && answers.allSatisfy { $0 == .matches },
            SeenText.list(codecs, none: "none"), [frame])
    }
}

extension SDPAspect {
    /// An aspect of the description as a whole.
    fileprivate init(
        _ name: String, _ expected: String, _ position: SourcePosition,
        _ judge: @escaping (SessionDescription, FrameNumber) -> Observation
    ) {
        self.init(name: name, expected: expected, position: position) { place in
            switch place.content {
            case .missing: Observation(.failed, "no session description", [place.frame])
            case .unknown(let why), .unreadable(let why): Observation(.undetermined, why, [place.frame])
            case .description(let description): judge(description, place.frame)
            }
        }
    }

    /// An aspect of the first medium.
    fileprivate init(
        _ name: String, _ expected: String, _ position: SourcePosition,
        _ judge: @escaping (Media, FrameNumber) -> Observation
    ) {
        self.init(name, expected, position) { (description: SessionDescription, frame) in
            description.media.first.map { judge($0, frame) } ?? Observation(.failed, "no medium", [frame])
        }
    }
}
