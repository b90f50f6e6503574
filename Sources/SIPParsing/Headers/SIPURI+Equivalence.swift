/// When two URIs mean the same (RFC 3261 section 19.1.4; RFC 3966 section 4 for tel).
extension SIPURI {
    /// Parameters that must be in both URIs or in neither; all others are ignored where only one URI has them.
    private static let decisiveParameters = ["user", "ttl", "method", "maddr", "transport"]
    /// Header fields whose values compare with regard to case.
    private static let exactHeaders: Set<String> = [
        "call-id", "in-reply-to", "replaces", "join", "target-dialog", "body",
    ]

    /// Whether the URIs are equivalent. This is no equivalence in the mathematical sense: it is not transitive.
    public func isEquivalent(to other: SIPURI) -> Bool {
        guard scheme == other.scheme else { return false }
        switch scheme {
        case "sip", "sips":
            return comparableUser == other.comparableUser && comparablePassword == other.comparablePassword
                && host == other.host && port == other.port && hasMatchingParameters(other) && hasMatchingHeaders(other)
        case "tel":
            return Self.digits(user) == Self.digits(other.user) && hasSameParameters(other)
        default:
            return comparableUser == other.comparableUser && parameters == other.parameters && headers == other.headers
        }
    }

    private func hasMatchingParameters(_ other: SIPURI) -> Bool {
        for name in Self.decisiveParameters where (parameter(name) == nil) != (other.parameter(name) == nil) {
            return false
        }
        return parameters.allSatisfy { mine in
            guard let theirs = other.parameter(mine.name) else { return true }
            return ASCII.lowercased(theirs) == ASCII.lowercased(mine.value ?? "")
        }
    }

    private func hasMatchingHeaders(_ other: SIPURI) -> Bool {
        headers.count == other.headers.count && Self.sorted(headers) == Self.sorted(other.headers)
    }

    private static func sorted(_ headers: [Parameter]) -> [Parameter] {
        headers.map { header in
            guard !exactHeaders.contains(header.name) else { return header }
            return Parameter(name: header.name, value: header.value.map(ASCII.lowercased))
        }
        .sorted { ($0.name, $0.value ?? "") < ($1.name, $1.value ?? "") }
    }

    private func hasSameParameters(_ other: SIPURI) -> Bool {
        Self.numbers(parameters) == Self.numbers(other.parameters)
    }

    private static func numbers(_ parameters: [Parameter]) -> [Parameter] {
        parameters.map {
            Parameter(name: $0.name, value: $0.value.map { $0.hasPrefix("+") ? digits($0) : ASCII.lowercased($0) })
        }
        .sorted { ($0.name, $0.value ?? "") < ($1.name, $1.value ?? "") }
    }

    /// A number in lower case without its visual separators (RFC 3966 section 5.1.1).
    private static func digits(_ number: String?) -> String {
        ASCII.lowercased((number ?? "").filter { !"-.()".contains($0) })
    }
}
