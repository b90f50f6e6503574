/// A figure with what it is: what a report prints of it.
public struct Figure: Sendable {
    /// What was found.
    public enum Value: Sendable {
        case ratio(Ratio)
        case spread(Distribution)
    }

    /// Its name in JSON, such as `ser` or `srdFailed`.
    public let key: String
    /// Its name for people, such as `SER`.
    public let name: String
    /// How it is counted or measured.
    public let definition: String
    /// Where it is defined.
    public let reference: String
    /// What was found.
    public let value: Value

    /// A ratio.
    init(_ key: String, _ name: String, _ ratio: Ratio, _ definition: String, _ reference: String) {
        self.key = key
        self.name = name
        self.definition = definition
        self.reference = reference
        value = .ratio(ratio)
    }

    /// A length of time.
    init(_ key: String, _ name: String, _ spread: Distribution, _ definition: String, _ reference: String) {
        self.key = key
        self.name = name
        self.definition = definition
        self.reference = reference
        value = .spread(spread)
    }
}
