/// What is compared of a message.
enum MessageField: Sendable, CaseIterable {
    /// The method of a request or the status code of a response.
    case start
    case callID, cseqNumber, cseqMethod, fromTag, toTag
    /// Of the topmost Via.
    case branch
    case contentLength

    /// The elements of tshark's packet details that hold it.
    var elements: [String] {
        switch self {
        case .start: ["sip.Method", "sip.Status-Code"]
        case .callID: ["sip.Call-ID"]
        case .cseqNumber: ["sip.CSeq.seq"]
        case .cseqMethod: ["sip.CSeq.method"]
        case .fromTag: ["sip.from.tag"]
        case .toTag: ["sip.to.tag"]
        case .branch: ["sip.Via.branch"]
        case .contentLength: ["sip.Content-Length"]
        }
    }

    /// Whether the bytes of the element are just the value: not the whole header field, and no number, which may be
    /// written in several ways.
    var isVerbatim: Bool {
        switch self {
        case .start, .cseqMethod, .fromTag, .toTag, .branch: true
        case .callID, .cseqNumber, .contentLength: false
        }
    }

    /// The elements that those stand in.
    static let parents = [
        "sip", "sip.Request-Line", "sip.Status-Line", "sip.msg_hdr", "sip.CSeq", "sip.From", "sip.To", "sip.Via",
    ]

    /// Which field an element holds.
    static let byElement = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { field in field.elements.map { ($0, field) } })
}
