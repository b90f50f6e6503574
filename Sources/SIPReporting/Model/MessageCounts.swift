import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

/// How many messages of which kind there were.
public struct MessageCounts: Sendable {
    /// Names of unregistered methods that are counted apart; all further ones are counted together.
    private static let otherNames = 32
    /// Frames kept of each anomaly.
    private static let framesKept = 10

    /// All messages.
    public private(set) var total = 0
    /// Messages that the sender repeated.
    public private(set) var retransmissions = 0
    /// Packets captured twice.
    public private(set) var duplicates = 0
    /// Messages that break the grammar.
    public private(set) var malformed = 0
    /// Line ends or zero bytes sent to keep a path open.
    public var keepAlives = 0
    private var framesByAnomaly = [[UInt64]](repeating: [], count: Anomaly.Kind.allCases.count)
    private var byAnomaly = [Int](repeating: 0, count: Anomaly.Kind.allCases.count)
    private var byMethod = [Int](repeating: 0, count: Method.allCases.count)
    private var byOtherName: [String: Int] = [:]
    private var byStatus = [Int](repeating: 0, count: 1_000)

    /// Nothing counted yet.
    public init() {}

    /// Requests by method.
    public var requests: [String: Int] {
        var result = byOtherName
        for method in Method.allCases where byMethod[Int(method.rawValue)] > 0 && method != .other {
            result[method.name] = byMethod[Int(method.rawValue)]
        }
        return result
    }

    /// Responses by status code.
    public var responses: [Int: Int] {
        var result: [Int: Int] = [:]
        for (status, count) in byStatus.enumerated() where count > 0 { result[status] = count }
        return result
    }

    /// Messages with an anomaly, by its name; those that everybody reads past are among them.
    public var anomalies: [String: Int] {
        var result: [String: Int] = [:]
        for kind in Anomaly.Kind.allCases where byAnomaly[Int(kind.rawValue)] > 0 {
            result[kind.name] = byAnomaly[Int(kind.rawValue)]
        }
        return result
    }

    /// The frames of the first few messages with an anomaly, by its name.
    public var anomalyFrames: [String: [UInt64]] {
        var result: [String: [UInt64]] = [:]
        for kind in Anomaly.Kind.allCases where !framesByAnomaly[Int(kind.rawValue)].isEmpty {
            result[kind.name] = framesByAnomaly[Int(kind.rawValue)]
        }
        return result
    }

    /// Counts a message; `flags` are nil when it belongs to no exchange.
    public mutating func count(
        _ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader, flags: MessageRecord.Flags?
    ) {
        total += 1
        switch message.startLine {
        case .request(.other, let name, _): countOther(escaped(bytes.text(name)))
        case .request(let method, _, _): byMethod[Int(method.rawValue)] += 1
        case .response(let status, _): byStatus[min(Int(status), byStatus.count - 1)] += 1
        }
        if !header.isTruncated, !message.anomalies.isEmpty { count(message.anomalies, header.frame) }
        guard let flags else { return }
        if flags.contains(.duplicate) {
            duplicates += 1
        } else if !flags.isDisjoint(with: [.retransmission, .responseLost]) {
            retransmissions += 1
        }
    }

    /// Counts each kind of anomaly once.
    private mutating func count(_ anomalies: [Anomaly], _ frame: FrameNumber) {
        if anomalies.contains(where: \.kind.isError) { malformed += 1 }
        for (index, anomaly) in anomalies.enumerated()
        where !anomalies[..<index].contains(where: { $0.kind == anomaly.kind }) {
            let kind = Int(anomaly.kind.rawValue)
            byAnomaly[kind] += 1
            if framesByAnomaly[kind].count < Self.framesKept { framesByAnomaly[kind].append(frame.rawValue) }
        }
    }

    private mutating func countOther(_ name: String) {
        let short = name.count > 40 ? name.prefix(40) + "…" : name
        if byOtherName[short] != nil || byOtherName.count < Self.otherNames {
            byOtherName[short, default: 0] += 1
        } else {
            byOtherName["(other)", default: 0] += 1
        }
    }
}
