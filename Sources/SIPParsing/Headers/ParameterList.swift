/// A value that is parameters and nothing else: P-Charging-Function-Addresses (RFC 7315 section 5.5), and the
/// statistics of P-RTP-Stat and X-RTP-Stat. Between the parameters stand semicolons or commas.
public struct ParameterList: Sendable, Hashable {
    /// The parameters in their order.
    public let parameters: [Parameter]

    /// Reads one value; nil when it has no parameter.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value) else { return nil }
        let limit = ParsingLimits.standard.parameters
        var parameters: [Parameter] = []
        for piece in bytes.pieces(of: range, separator: ASCII.comma, limit: limit) where parameters.count < limit {
            parameters += bytes.parameters(in: piece).prefix(limit - parameters.count)
        }
        guard !parameters.isEmpty else { return nil }
        self.parameters = parameters
    }

    /// The value of a parameter (name in lower case): empty when it has none, nil when it is not there.
    public func parameter(_ name: String) -> String? {
        parameters.value(of: name)
    }
}
