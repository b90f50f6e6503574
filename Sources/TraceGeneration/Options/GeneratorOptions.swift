/// What a synthetic trace is to look like.
public struct GeneratorOptions: Sendable {
    /// At least so many messages; the exchanges under way then still run to their end.
    public var messages: UInt64 = 1_000_000
    /// The same seed and options give the same bytes.
    public var seed: UInt64 = 1
    /// How many exchanges start per second, on average.
    public var rate = 200.0
    /// When the trace begins, in seconds since 1970-01-01T00:00:00Z.
    public var startTime: Int64 = 1_767_225_600
    /// The part of the exchanges that go over IPv6, from 0 to 1.
    public var ipv6Share = 0.1
    /// The part of the exchanges that go over TCP, from 0 to 1.
    public var tcpShare = 0.05
    /// How many RTP packets follow each message, as media does on a busy link.
    public var mediaPerMessage: UInt64 = 0
    /// The kinds to choose from.
    public var kinds = ExchangeKind.all

    /// The defaults.
    public init() {}
}
