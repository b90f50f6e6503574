import RegularExpressions
import SIPDialogs
import SIPParsing
import TraceTypes

/// A message of an exchange.
struct MessagePlace {
    /// The exchange.
    let view: ExchangeView
    /// The message.
    let index: MessageIndex

    /// What is kept of it.
    var record: MessageRecord { view.exchange.messages[index] }
    /// Its frame.
    var frame: FrameNumber { record.frame }
    /// Whether the capture has only a part of it.
    var isCut: Bool { record.flags.contains(.truncated) }
}

/// A message, read once more from its bytes.
struct ReadMessage {
    /// Why there is none.
    enum Problem: Error {
        case isGone, isNotSIP

        /// In words.
        var text: String {
            switch self {
            case .isGone: "its bytes are not kept: the trace is too large"
            case .isNotSIP: "its bytes cannot be read as SIP"
            }
        }
    }

    /// The bytes.
    let bytes: [UInt8]
    /// What stands where in them.
    let message: Message

    /// Reads the message that fills the bytes.
    init(_ bytes: [UInt8]) throws(Problem) {
        var parser = MessageParser()
        guard case .message = parser.parse(bytes.span) else { throw .isNotSIP }
        self.bytes = bytes
        message = parser.message
    }

    /// The header fields of a name, in any case and in compact form too.
    func fields(_ name: String) -> [HeaderField] {
        let known = Self.known(name)
        return message.fields.filter { field in
            known.map { field.name == $0 }
                ?? (field.name == .other && bytes.span.text(field.nameRange).lowercased() == name.lowercased())
        }
    }

    /// The name that a text spells, if it is a known one.
    static func known(_ name: String) -> HeaderName? {
        let name = name.lowercased()
        return HeaderName.allCases.first {
            $0 != .other && ($0.rawValue.lowercased() == name || $0.compactForm.map(String.init) == name)
        }
    }

    /// The value of a header field, line folds read as one space.
    func value(_ field: HeaderField) -> String { HeaderText.parse(bytes.span, field.value) ?? "" }

    /// Whether a header field's value, or one of those between its commas, is what it has to be.
    func answer(_ matcher: TextMatcher, _ field: HeaderField) -> RegularExpression.Answer {
        let whole = matcher.answer(for: value(field))
        guard whole == .differs, !field.name.isOneText else { return whole }
        var answer = whole
        for piece in bytes.span.pieces(of: field.value.range, separator: UInt8(ascii: ",")) {
            switch self.answer(matcher, ByteRange(piece), isAddress: field.name.isAddress) {
            case .matches: return .matches
            case .tooCostly: answer = .tooCostly
            case .differs: break
            }
        }
        return answer
    }

    private func answer(_ matcher: TextMatcher, _ piece: ByteRange, isAddress: Bool) -> RegularExpression.Answer {
        let whole = matcher.answer(for: HeaderText.parse(bytes.span, piece) ?? "")
        guard whole == .differs, isAddress, let address = NameAddress(bytes.span, piece) else { return whole }
        return matcher.answer(forURI: address.uri.text)
    }
}

extension HeaderName {
    /// Whether commas in the value part nothing: words for people, and parameters of one value.
    fileprivate var isOneText: Bool {
        switch self {
        case .date, .subject, .organization, .userAgent, .server, .callID, .cSeq, .authorization, .proxyAuthorization,
            .wwwAuthenticate, .proxyAuthenticate, .authenticationInfo, .retryAfter, .timestamp:
            true
        default: false
        }
    }

    /// Whether the value is a URI, perhaps with a name and parameters.
    fileprivate var isAddress: Bool {
        valueType == NameAddress.self || valueType == ContactList.self || valueType == ReferTo.self
            || valueType == Diversion.self || valueType == HistoryInfo.self
    }

    /// Whether the value is for nobody's eyes.
    var isSecret: Bool { self == .authorization || self == .proxyAuthorization }
}
