import TraceTypes

/// The base values from which all transaction timers follow (RFC 3261 section 17.1.1.1 and appendix A).
public struct TimerValues: Sendable, Hashable {
    /// T1: the round-trip time estimate.
    public var t1: TimeSpan
    /// T2: the longest interval between retransmissions of non-INVITE requests and of INVITE responses.
    public var t2: TimeSpan
    /// T4: the longest time a message stays in the network.
    public var t4: TimeSpan

    /// Makes timer values; the defaults are the RFC's 500 ms, 4 s and 5 s.
    public init(t1: TimeSpan = .milliseconds(500), t2: TimeSpan = .seconds(4), t4: TimeSpan = .seconds(5)) {
        self.t1 = t1
        self.t2 = t2
        self.t4 = t4
    }

    /// The values between a terminal and the IP multimedia subsystem (3GPP TS 24.229 table 7.7.1): 2 s, 16 s and 17 s.
    public static let ims = TimerValues(t1: .seconds(2), t2: .seconds(16), t4: .seconds(17))

    /// 64*T1: Timers B, D, F, H, J, L, M (RFC 6026 section 8.11) and N (RFC 6665 section 4.1.2.4).
    public var transactionTimeout: TimeSpan { t1 * 64 }

    /// How long a transaction that is over waits for repeated messages, which a reliable transport does not bring: the
    /// value of Timers D, I, J and K (RFC 3261 table 4).
    func linger(_ span: TimeSpan, over transport: Transport) -> TimeSpan {
        transport.isReliable ? .zero : span
    }

    /// The shortest Timer C a proxy may use: more than three minutes (RFC 3261 section 16.6, step 11).
    public var timerC: TimeSpan { .seconds(180) }
}
