/// What carries a SIP message (RFC 3261 section 18, RFC 4168, RFC 7118).
public enum Transport: UInt8, Sendable, CaseIterable {
    case udp, tcp, tls, sctp, webSocket, secureWebSocket

    /// Whether the transport itself repeats what is lost, so that Timers A, E and G stay silent (RFC 3261 17.1.1.2).
    public var isReliable: Bool {
        self != .udp
    }

    /// The name as a Via header field writes it.
    public var name: String {
        switch self {
        case .udp: "UDP"
        case .tcp: "TCP"
        case .tls: "TLS"
        case .sctp: "SCTP"
        case .webSocket: "WS"
        case .secureWebSocket: "WSS"
        }
    }
}
