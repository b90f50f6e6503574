/// A telephone number in a URI (telephone-subscriber, RFC 3966 section 3).
public struct TelephoneNumber: Sendable, Hashable {
    /// The number in lower case, without visual separators (section 5.1.1); a global one begins with `+`.
    public let digits: String
    /// Where a local number holds: a domain name, or the global number that numbers there begin with (section 5.1.5).
    public let context: String?
    /// The extension behind a switchboard, without visual separators.
    public let extensionDigits: String?
    /// The ISDN subaddress.
    public let subaddress: String?
    /// All parameters.
    public let parameters: [Parameter]

    init(number: String, parameters: [Parameter]) {
        digits = Self.withoutSeparators(number)
        context = parameters.value(of: "phone-context").map(Self.comparable)
        extensionDigits = parameters.value(of: "ext").map(Self.withoutSeparators)
        subaddress = parameters.value(of: "isub")
        self.parameters = parameters
    }

    /// Whether the number is the same all over the world.
    public var isGlobal: Bool { digits.hasPrefix("+") }

    /// Whether both stand for the same number (section 4): all parameters count, in any order.
    func isEquivalent(to other: TelephoneNumber) -> Bool {
        digits == other.digits && comparableParameters == other.comparableParameters
    }

    private var comparableParameters: [Parameter] {
        parameters.map { parameter in
            let value = parameter.value.map {
                parameter.name == "ext" ? Self.withoutSeparators($0) : Self.comparable($0)
            }
            return Parameter(name: parameter.name, value: value)
        }
        .sorted { ($0.name, $0.value ?? "") < ($1.name, $1.value ?? "") }
    }

    /// A number without its separators; anything else in lower case.
    private static func comparable(_ text: String) -> String {
        text.hasPrefix("+") ? withoutSeparators(text) : ASCII.lowercased(text)
    }

    private static func withoutSeparators(_ number: String) -> String {
        ASCII.lowercased(number.filter { !"-.()".contains($0) })
    }
}

extension SIPURI {
    /// The telephone number of a tel URI, or of a SIP URI with `user=phone` (RFC 3261 section 19.1.1).
    public var telephoneNumber: TelephoneNumber? {
        switch scheme {
        case "tel":
            return TelephoneNumber(number: user ?? "", parameters: parameters)
        case "sip", "sips":
            guard parameter("user").map(ASCII.lowercased) == "phone", let comparableUser else { return nil }
            let bytes = Array(comparableUser.utf8)
            let span = bytes.span
            let end = span.offset(of: ASCII.semicolon, from: 0, to: bytes.count) ?? bytes.count
            let parameters = span.escapedParameters(in: end..<bytes.count, separator: ASCII.semicolon)
            return TelephoneNumber(number: span.unescapedText(0..<end), parameters: parameters)
        default:
            return nil
        }
    }
}
