import TraceTypes

/// When two URIs mean the same (RFC 3261 section 19.1.4 as corrected by RFC 5954 section 4.2; for tel RFC 3966 section
/// 4).
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
                && hasMatchingHost(other) && port == other.port && hasMatchingParameters(other)
                && hasMatchingHeaders(other)
        case "tel":
            guard let number = telephoneNumber, let otherNumber = other.telephoneNumber else { return false }
            return number.isEquivalent(to: otherNumber)
        default:
            return comparableName == other.comparableName && parameters == other.parameters && headers == other.headers
        }
    }

    /// Names compare as text, addresses by their bits, however they are written (RFC 5954 section 4.2).
    private func hasMatchingHost(_ other: SIPURI) -> Bool {
        guard host != other.host else { return true }
        guard let address, let otherAddress = other.address else { return false }
        return address == otherAddress
    }

    /// What another URI names. The case of service URNs (RFC 5031 section 3) and UUIDs (RFC 4122 section 3) is no
    /// matter.
    private var comparableName: String? {
        guard scheme == "urn", let comparableUser else { return comparableUser }
        let name = ASCII.lowercased(comparableUser)
        return name.hasPrefix("service:") || name.hasPrefix("uuid:") ? name : comparableUser
    }

    private func hasMatchingParameters(_ other: SIPURI) -> Bool {
        for name in Self.decisiveParameters where (parameter(name) == nil) != (other.parameter(name) == nil) {
            return false
        }
        guard !parameters.isEmpty, !other.parameters.isEmpty else { return true }
        let theirs = other.comparableValues
        return comparableValues.allSatisfy { name, mine in theirs[name].map { $0 == mine } ?? true }
    }

    /// The values of each parameter in lower case. One that is there twice, which section 19.1.1 forbids, matches only one
    /// that has the same values in the same order: which of them a receiver takes, nobody knows.
    private var comparableValues: [String: [String]] {
        Dictionary(grouping: parameters, by: \.name)
            .mapValues { $0.map { ASCII.lowercased($0.value ?? "") } }
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
}
