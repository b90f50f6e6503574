/// A question that the catalog has no answer to.
public enum CatalogLookupError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number is no SIP status code: those go from 100 to 699.
    case notAStatusCode(Int)

    /// One line for the person who asked.
    public var description: String {
        switch self {
        case .notAStatusCode(let code): "\(code) is not a SIP status code; they go from 100 to 699"
        }
    }
}
