/// What charging records of a session are found by (P-Charging-Vector, RFC 7315 section 5.6).
public struct ChargingVector: Sendable, Hashable {
    /// icid-value: the identifier of the session in all charging records.
    public let identifier: String
    /// icid-generated-at: the host that made the identifier.
    public let generatedAt: String?
    /// orig-ioi: the operator that the call comes from.
    public let originatingOperator: String?
    /// term-ioi: the operator that the call goes to.
    public let terminatingOperator: String?
    /// All parameters.
    public let parameters: [Parameter]

    /// Reads the value; nil without an icid-value.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value) else { return nil }
        parameters = bytes.parameters(in: range)
        guard let identifier = parameters.value(of: "icid-value") else { return nil }
        self.identifier = identifier
        generatedAt = parameters.value(of: "icid-generated-at")
        originatingOperator = parameters.value(of: "orig-ioi")
        terminatingOperator = parameters.value(of: "term-ioi")
    }
}
