import RegularExpressions
import SIPDialogs
import SIPParsing
import TraceTypes

/// The session description of a message.
struct SDPPlace {
    /// What was found.
    enum Content {
        case missing
        case description(SessionDescription)
        /// Why it cannot be told.
        case unknown(String)
        /// It is there, but says nothing that can be understood.
        case unreadable(String)
    }

    /// The frame of the message.
    let frame: FrameNumber
    /// What was found.
    let content: Content

    /// Looks into a message, also between the parts of its body.
    init(_ place: MessagePlace, _ message: Result<ReadMessage, ReadMessage.Problem>) {
        frame = place.frame
        switch message {
        case .failure(let problem): content = .unknown(problem.text)
        case .success(let read):
            let part = read.message.bodyParts(read.bytes.span).first(of: "application/sdp")
            if let part {
                content = place.isCut ? .unreadable("present, but cut") : Self.content(of: part, read)
            } else {
                content = place.isCut ? .unknown("absent, as far as the capture has the message") : .missing
            }
        }
    }

    private static func content(of part: BodyPart, _ read: ReadMessage) -> Content {
        if part.isEncoded { return .unreadable("present, but encoded") }
        guard let description = SessionDescription(read.bytes.span, part.content) else {
            return .unreadable("present, but no session description")
        }
        return .description(description)
    }
}

/// What is expected of one aspect of a session description.
struct SDPAspect {
    /// What stands behind `sdp` in the aspect's name: empty, or `.media`.
    let name: String
    let expected: String
    let position: SourcePosition
    let observe: (SDPPlace) -> Observation
}

extension SDPExpectation {
    /// What it is about: the description itself, where nothing of it is.
    func aspects(at position: SourcePosition) -> [SDPAspect] {
        let aspects = isPresent ? parts : []
        guard aspects.isEmpty else { return aspects }
        let isPresent = isPresent
        let presence = SDPAspect(name: "", expected: isPresent ? "present" : "absent", position: position) { place in
            switch place.content {
            case .missing: Observation(isMet: !isPresent, "absent", [place.frame])
            case .unknown(let why): Observation(.undetermined, why, [place.frame])
            case .unreadable(let what): Observation(isMet: isPresent, what, [place.frame])
            case .description(let description):
                Observation(isMet: isPresent, SeenText.shown(description.summary), [place.frame])
            }
        }
        return [presence]
    }
}
