/// A claim to be served before others (Resource-Priority and Accept-Resource-Priority, RFC 4412 sections 3.1 and 3.2).
public struct ResourcePriority: Sendable, Hashable {
    /// The namespace in lower case: `dsn`, `ets`, `wps` and so on.
    public let namespace: String
    /// The priority within the namespace, in lower case.
    public let priority: String

    /// Reads one value; nil unless it is two tokens with a dot between them.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let token = HeaderToken.parse(bytes, value) else { return nil }
        let parts = ASCII.lowercased(token).split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        namespace = String(parts[0])
        priority = String(parts[1])
    }

    /// All values of a comma-separated value, in their order.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [ResourcePriority] {
        bytes.list(value) { ResourcePriority(bytes, $0) }
    }
}
