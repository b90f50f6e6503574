/// A run of one thing, longer than anything that is meant well.
struct HugeRepetition: CustomStringConvertible, Sendable {
    private let text: String
    private let count: Int

    /// The whole run.
    var bytes: [UInt8] { Array(repeatElement(text.utf8, count: count).joined()) }
    /// What, how often.
    var description: String { "\(count) × \(text.debugDescription)" }

    static let all =
        ["\"", "(", "<", ",", ";", ":", "@", "%", "\\", " ", "\n", "\r", "0", "9", "a", "\0"].map {
            HugeRepetition(text: $0, count: 65_536)
        }
        + [
            "\r\n ", "\r\n", ";a=b", ", <sip:a@b>", "\"\\\"", "()", "%41", "--b\r\n", "m=audio 1 RTP/AVP 0\r\n",
            "a=rtpmap:0 x/1\r\n", "a: b\r\n", "v: SIP/2.0/UDP a\r\n", "SIP/2.0 200 OK\r\n\r\n",
        ].map { HugeRepetition(text: $0, count: 10_000) }
}
