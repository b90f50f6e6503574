/// What the parser keeps of one message, so that a hostile one costs no more than a long one.
public struct ParsingLimits: Sendable {
    /// Header fields kept of one message; further ones are read past and noted.
    public var headerFields = 512
    /// Anomalies kept of one message.
    public var anomalies = 64
    /// Bytes of a message on a stream before the framer gives it up and looks for the next start line.
    public var streamMessageBytes = 1 << 20

    /// Values kept of one comma-separated header field value, and parameters kept of one value.
    static let listedValues = 256

    /// The defaults.
    public init() {}
}
