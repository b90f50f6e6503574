/// The class of a response, its first digit (RFC 3261 section 7.2).
public enum ResponseClass: Int, CaseIterable, Sendable {
    case provisional = 1
    case success = 2
    case redirection = 3
    case requestFailure = 4
    case serverFailure = 5
    case globalFailure = 6

    /// The class of a status code; nil outside 100 to 699.
    public init?(code: Int) {
        guard code >= 0 else { return nil }
        self.init(rawValue: code / 100)
    }

    /// The class as engineers write it, such as `4xx`.
    public var pattern: String { "\(rawValue)xx" }

    /// The code that an unknown code of the class is treated as (RFC 3261 section 8.1.3.2).
    public var substitute: Int { self == .provisional ? 183 : rawValue * 100 }
}
