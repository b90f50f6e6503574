import SIPParsing
import Testing

/// The lines of a session level without departures, each with its end.
let sdpSession = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"

/// Reads lines behind a session level that has no departures.
func readSDP(_ lines: String..., session: String = sdpSession) throws -> SessionDescription {
    try #require(read(session + lines.map { $0 + "\r\n" }.joined()) { SessionDescription($0, $1) })
}

/// Reads lines of an audio medium, behind a session level that has no departures.
func readAudio(_ lines: String..., formats: String = "0 96") throws -> Media {
    let text = ["m=audio 4000 RTP/AVP \(formats)"] + lines
    let session = try #require(
        read(sdpSession + text.map { $0 + "\r\n" }.joined()) { SessionDescription($0, $1) })
    return try #require(session.media.first)
}

/// The texts of the lines that a description notes as departures.
func badSDPLines(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let read = SessionDescription(bytes.span, ByteRange(0..<bytes.count))
    let description = try #require(read)
    return description.anomalies.filter { $0.kind == .badSDP }.map { bytes.span.text($0.range) }
}

extension SessionDescription {
    /// The kinds of anomalies that were noted, each once.
    var anomalyKinds: Set<Anomaly.Kind> { Set(anomalies.map(\.kind)) }
}
