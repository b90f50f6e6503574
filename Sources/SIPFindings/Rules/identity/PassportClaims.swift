import SIPDialogs
import SIPParsing

/// What a PASSporT says (RFC 8225 section 5), as far as rules compare it with the rest of the request.
struct PassportClaims {
    /// Its type: `shaken`, `div` and so on.
    let type: String?
    /// When it was signed, in seconds since 1970; nil in a compact one, which borrows the time from Date.
    let issued: Double?
    /// The telephone number that calls.
    let origin: String?
    /// The telephone numbers that are called.
    let destinations: [String]

    init(_ identity: Identity) {
        var members: [String: JSONReader.Value] = [:]
        if let payload = identity.payload, case .object(let found)? = JSONReader.read(payload) { members = found }
        type = identity.passportType?.lowercased()
        if case .number(let seconds)? = members["iat"] { issued = seconds } else { issued = nil }
        origin = Self.numbers(members["orig"]).first
        destinations = Self.numbers(members["dest"])
    }

    /// The numbers in `tn`, one or several.
    private static func numbers(_ claim: JSONReader.Value?) -> [String] {
        guard case .object(let identities)? = claim else { return [] }
        switch identities["tn"] {
        case .string(let number)?: return [number]
        case .array(let numbers)?:
            return numbers.compactMap { if case .string(let number) = $0 { number } else { nil } }
        default: return []
        }
    }
}

extension Exchange {
    /// The PASSporTs of a request that are kept whole.
    func passports(of message: MessageIndex?) -> [PassportClaims] {
        values(of: .identity, in: message).filter { $0.count < TrackingLimits().detailBytes }
            .compactMap { Identity(text.span, $0) }.map(PassportClaims.init)
    }
}
