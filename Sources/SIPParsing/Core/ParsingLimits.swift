/// What is kept of one message, so that a hostile one costs no more than a long one. What passes a limit is noted as an
/// anomaly; what came before it is kept. The parser, the inspector, the framer and the tree of bodies take limits of
/// their user's; the types that read one value or session description on demand go by the standard ones.
public struct ParsingLimits: Sendable {
    /// The defaults: far above what real traffic needs.
    public static let standard = ParsingLimits()

    /// Bytes of one message: 1 MiB. On a stream a longer one is given up for the next start line.
    public var messageBytes = 1 << 20
    /// Bytes of one header field, folded lines included: 64 KiB.
    public var lineBytes = 1 << 16
    /// Header fields of one message: 512.
    public var headerFields = 512
    /// Values of one comma-separated header field value: 256.
    public var listedValues = 256
    /// Parameters of one value, or of one URI: 256.
    public var parameters = 256
    /// Bodies, and comments in parentheses, inside of one another: 8.
    public var nesting = 8
    /// Parts of one multipart body, those of bodies inside of it included: 64.
    public var bodyParts = 64
    /// Lines of one session description: 4,096.
    public var sessionLines = 4_096
    /// Media of one session description: 64.
    public var media = 64
    /// Bytes that a compressed body may expand to: 1 MiB.
    public var expandedBodyBytes = 1 << 20
    /// How many times longer than its compressed form an expanded body may be: 100.
    public var expansionRatio = 100
    /// Anomalies noted of one message: 64.
    public var anomalies = 64

    /// The defaults.
    public init() {}
}
