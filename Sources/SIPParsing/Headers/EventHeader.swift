/// What a subscription is for (Event, RFC 6665 section 8.2.1).
public struct EventHeader: Sendable, Hashable {
    /// The event package with its templates, as received: `refer`, `presence.winfo`.
    public let package: String
    /// What tells apart the subscriptions of one dialog (RFC 6665 section 4.5.2; of REFER, RFC 3515 section 2.4.6).
    public let id: String?
    /// The parameters.
    public let parameters: [Parameter]

    /// Reads the value; nil without a package.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let (token, parameters) = bytes.tokenAndParameters(value) else { return nil }
        package = token
        id = parameters.value(of: "id")
        self.parameters = parameters
    }
}
