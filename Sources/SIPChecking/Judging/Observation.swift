import SIPFindings
import TraceTypes

/// What was seen of something that is expected, and whether it is as expected.
struct Observation {
    /// Frames that show it, at the most.
    static let framesShown = 10
    /// How it ended.
    var state: ExpectationResult.State
    /// What was seen, in a few words.
    var seen: String
    /// The frames that show it.
    var frames: [FrameNumber]
    /// What to do about it.
    var advice: [String]
    /// Whether nobody knows, because matching took more steps than it may.
    var isCostly = false

    /// Makes an observation.
    init(
        _ state: ExpectationResult.State, _ seen: String, _ frames: [FrameNumber?] = [], advice: [String] = []
    ) {
        self.state = state
        self.seen = seen
        self.frames = Array(Set(frames.compactMap { $0 }).sorted().prefix(Self.framesShown))
        self.advice = advice
    }

    /// Of something that is known for certain. Advice is for what is not as it should be.
    init(
        isMet: Bool, _ seen: String, _ frames: [FrameNumber?] = [], advice: @autoclosure () -> [String] = []
    ) {
        self.init(isMet ? .met : .failed, seen, frames, advice: isMet ? [] : advice())
    }

    /// Matching took more steps than it may.
    static func tooCostly(_ frames: [FrameNumber?]) -> Observation {
        var observation = Observation(.failed, "matching took too many steps", frames)
        observation.isCostly = true
        return observation
    }
}

/// What results are about: a call, or the whole trace.
struct ResultSubject {
    /// Its name for people.
    var name: String
    /// The exchange's number.
    var exchange: Int?

    /// The whole trace.
    static let trace = ResultSubject(name: "trace", exchange: nil)

    /// A result. All that may come from the wire is escaped.
    func result(
        _ aspect: String, _ observation: Observation, expected: String, at position: SourcePosition?
    ) -> ExpectationResult {
        var result = ExpectationResult(
            escaped(name), escaped(aspect), observation.state, expected: escaped(expected),
            seen: escaped(observation.seen), position: position)
        result.frames = observation.frames
        result.exchange = exchange
        result.advice = observation.advice
        return result
    }
}

/// Words for what is seen.
enum SeenText {
    /// Characters shown of a text from the wire, and texts of a list.
    private static let length = 120
    private static let listLength = 6

    /// A text from the wire; cut where it is long.
    static func shown(_ text: String) -> String {
        let text = escaped(text)
        return text.count > length ? text.prefix(length) + "…" : text
    }

    /// Several of them.
    static func list(_ texts: [String], none: String) -> String {
        let more = texts.count > listLength ? " and \(texts.count - listLength) more" : ""
        return texts.isEmpty ? none : texts.prefix(listLength).map(shown).joined(separator: ", ") + more
    }

    /// `no call`, `1 call`, `2 calls`.
    static func count(_ number: Int, _ noun: String) -> String {
        number == 0 ? "no \(noun)" : "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// Seconds with three decimals.
    static func seconds(_ nanoseconds: Int64) -> String {
        TimeSpan(nanoseconds: nanoseconds).seconds(decimals: 3) + " s"
    }
}
