/// Why sipwatch and tshark disagree, for some differences. Written against tshark 4.0.
struct Explanation: Sendable {
    /// Whose reading is wrong.
    enum Fault: Sendable {
        case tshark
        /// A known issue, until it is mended.
        case sipwatch
        /// The bytes break a rule in a way whose reading the RFCs leave open, or sipwatch does not go there (yet).
        case nobody
    }

    /// A difference by name.
    struct Case: Hashable, Sendable {
        let capture: String
        let frame: UInt64
        let subject: Difference.Subject
    }

    /// Whose reading is wrong.
    let fault: Fault
    /// Why, with the rule that the bytes break or that decides.
    let reason: String
    /// The collections in which there are such differences.
    let collections: Set<CaptureCollection>
    private let cases: Set<Case>
    private let condition: @Sendable (Difference) -> Bool

    /// A rule: it explains every difference that meets a condition.
    static func rule(
        _ fault: Fault, in collections: Set<CaptureCollection>, _ reason: String,
        _ condition: @escaping @Sendable (Difference) -> Bool
    ) -> Explanation {
        Explanation(fault: fault, reason: reason, collections: collections, cases: [], condition: condition)
    }

    /// Differences by name, in frames of a capture of others.
    static func frames(
        _ fault: Fault, _ capture: String, _ frames: [UInt64], _ subjects: [Difference.Subject], _ reason: String
    ) -> Explanation {
        let cases = frames.flatMap { frame in subjects.map { Case(capture: capture, frame: frame, subject: $0) } }
        return named(fault, .shared, cases, reason)
    }

    /// Differences by name, in torture messages.
    static func torture(
        _ fault: Fault, _ messages: [String], _ subjects: [Difference.Subject], _ reason: String
    ) -> Explanation {
        let cases = messages.flatMap { name in subjects.map { Case(capture: name, frame: 1, subject: $0) } }
        return named(fault, .torture, cases, reason)
    }

    private static func named(
        _ fault: Fault, _ collection: CaptureCollection, _ cases: [Case], _ reason: String
    ) -> Explanation {
        let cases = Set(cases)
        return Explanation(fault: fault, reason: reason, collections: [collection], cases: cases) {
            cases.contains($0.name)
        }
    }

    /// Whether it explains a difference.
    func explains(_ difference: Difference) -> Bool {
        condition(difference)
    }

    /// What of it is no longer true, of all differences in a collection: cases, or all of a rule.
    func stale(_ collection: CaptureCollection, _ differences: [Difference]) -> [String] {
        guard collections.contains(collection) else { return [] }
        guard cases.isEmpty else {
            return cases.subtracting(differences.map(\.name)).map { "\($0.capture), frame \($0.frame): \($0.subject)" }
        }
        return differences.contains(where: explains) ? [] : ["no difference"]
    }
}

extension Difference {
    /// The difference by name.
    fileprivate var name: Explanation.Case {
        Explanation.Case(capture: capture, frame: frame, subject: subject)
    }
}
