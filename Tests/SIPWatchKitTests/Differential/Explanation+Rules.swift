import SIPParsing

extension Explanation {
    /// All of them.
    static let all = rules + shared + fuzzed + torture

    /// Differences that are explained wherever they occur.
    private static let rules: [Explanation] = [
        .rule(.nobody, in: [.shared], "libpcap reads no capture of Microsoft's Network Monitor") {
            $0.complaint?.contains("Network Monitor") == true
        },
        .rule(
            .nobody, in: [.shared],
            "the first line is neither a request line nor a status line, and the header fields are those of SIP: it is read "
                + "and noted here, tshark does without the message"
        ) { $0.subject == .message && $0.theirs == nil && $0.ours?.hasDamagedStartLine == true },
        .rule(
            .tshark, in: [.shared],
            "tshark tells of the Call-ID as text only: a byte that is no UTF-8 is a replacement character, and a control "
                + "character is written as a number"
        ) { $0.subject == .field(.callID) && $0.ours?.values[.callID]?.asShown == $0.theirs?.values[.callID] },
        .rule(
            .tshark, in: [.torture],
            "white space may stand between the name of a header field and the colon (RFC 3261 sections 7.3.1 and 25.1: "
                + "HCOLON); tshark does not know the field then"
        ) { difference in
            guard case .field(let field) = difference.subject, difference.theirs?.values[field] == nil else {
                return false
            }
            return difference.ours?.hasSpaceBeforeColon(field) == true
        },
        .rule(
            .tshark, in: [.shared, .torture],
            "a method is a token of any length (RFC 3261 section 25.1); tshark gives up a message at a CSeq whose method "
                + "has more than 16 bytes"
        ) {
            let isBehind = $0.subject == .field(.cseqMethod) || $0.subject == .field(.contentLength)
            let method = $0.ours?.values[.cseqMethod] ?? ""
            return isBehind && method.count > 16 && $0.theirs?.values[.cseqMethod] == nil
        },
    ]
}

extension String {
    /// The bytes that the characters stand for, as tshark shows text.
    fileprivate var asShown: String {
        String(decoding: unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self).unicodeScalars
            .map { $0.value < 0x20 ? #"\x"# + String($0.value, radix: 16) : String($0) }.joined()
    }
}

extension DissectedMessage {
    /// Whether the parser noted that the first line is no start line.
    fileprivate var hasDamagedStartLine: Bool {
        var parser = MessageParser()
        guard case .message = parser.parse(bytes.span) else { return false }
        return parser.message.anomalies.contains { $0.kind == .badStartLine }
    }

    /// Whether white space stands before the colon of the header field that holds a value.
    fileprivate func hasSpaceBeforeColon(_ field: MessageField) -> Bool {
        guard let name = Self.headerNames[field] else { return false }
        return String(latin1: bytes).lowercased().split(separator: "\r\n").contains {
            let (start, rest) = ($0.prefix(name.count), $0.dropFirst(name.count))
            return start == name && rest.first?.isWhitespace == true
                && rest.drop(while: \.isWhitespace).first == ":"
        }
    }

    private static let headerNames: [MessageField: String] = [
        .callID: "call-id", .cseqNumber: "cseq", .cseqMethod: "cseq", .fromTag: "from", .toTag: "to", .branch: "via",
        .contentLength: "content-length",
    ]
}
