import SIPParsing

/// All that a message says of its bytes, to be compared.
struct MessageShape: Equatable {
    private var numbers: [Int?]
    private var names: [HeaderName]
    private var ranges: [ByteRange?]
    private var anomalies: [Anomaly]

    /// Describes a message as seen from `origin` bytes further ahead; anomalies `outside` of it are left out.
    init(_ message: Message, from origin: Int = 0, outside: Set<Anomaly.Kind> = []) {
        func moved(_ range: ByteRange) -> ByteRange {
            // What the message has not stands nowhere.
            guard range.range.lowerBound >= origin else { return range }
            return ByteRange((range.range.lowerBound - origin)..<(range.range.upperBound - origin))
        }
        numbers = [
            message.method.map { Int($0.rawValue) }, message.status.map { Int($0) },
            message.cseqNumber.map { Int($0) }, Int(message.cseqMethod.rawValue), message.viaCount,
            message.contentLength, message.isPlausible ? 1 : 0,
        ]
        names = message.fields.map(\.name)
        ranges = message.places.map { $0.map(moved) }
        ranges += message.fields.flatMap { [moved($0.nameRange), moved($0.value)] }
        anomalies = message.anomalies.filter { !outside.contains($0.kind) }
            .map { Anomaly(kind: $0.kind, range: moved($0.range)) }
    }
}

extension Message {
    /// Where the parts of a message stand, but for its fields and anomalies.
    var places: [ByteRange?] {
        let line: [ByteRange] =
            switch startLine {
            case .request(_, let name, let uri): [name, uri]
            case .response(_, let reason): [reason]
            }
        return line + [body, extent, callID, cseqMethodName, from, fromTag, to, toTag, branch, sentBy]
    }
}
