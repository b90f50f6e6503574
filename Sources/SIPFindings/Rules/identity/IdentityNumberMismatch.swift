import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A PASSporT for other numbers than those of the call: `orig` against From and P-Asserted-Identity, `dest` against
    /// To and the Request-URI (RFC 8224 sections 4.1 and 8.3).
    ///
    /// Only numbers with their country code are compared. A diverted call is signed anew with a `div` PASSporT (RFC
    /// 8946 section 4): where there is one, or another sign of a diversion, nothing is said.
    static let identityNumberMismatch = Rule(
        "identity/number-mismatch", .warning, when: .init(headers: [.identity])
    ) { exchange, _ in
        exchange.requests(.invite).compactMap { index in
            let invite = exchange.transactions[index]
            guard !invite.isInDialog, let mismatch = exchange.mismatch(of: invite) else { return nil }
            return Evidence(
                confidence: .proven, messages: [invite.request],
                message: [
                    "client": .text(exchange.client(of: invite)), "claim": .choice(mismatch.claim),
                    "signed": .text(escaped(mismatch.signed)), "used": .text(escaped(mismatch.used)),
                ])
        }
    }
}

/// A number that is signed, and the one that the request has in its place.
private struct NumberMismatch {
    /// Whose number it is, as one of the cases of the rule's text: `orig` or `dest`.
    let claim: String
    let signed: String
    let used: String
}

extension Exchange {
    fileprivate func mismatch(of invite: Transaction) -> NumberMismatch? {
        let passports = passports(of: invite.request)
        guard !passports.isEmpty, passports.count == values(of: .identity, in: invite.request).count,
            !passports.contains(where: { $0.type == "div" }), lacks(.diversion, invite.request),
            lacks(.historyInfo, invite.request), legs.indices.contains(invite.leg)
        else { return nil }
        let callers = ([legs[invite.leg].from] + values(of: .pAssertedIdentity, in: invite.request))
            .flatMap(numbers)
        let callees = ([legs[invite.leg].to] + (detail(.requestURI, of: invite.request).map { [$0] } ?? []))
            .flatMap(numbers)
        for passport in passports {
            if let origin = passport.origin.map(Self.canonical), let caller = callers.first, !callers.contains(origin) {
                return NumberMismatch(claim: "orig", signed: origin, used: caller)
            }
            let destinations = passport.destinations.map(Self.canonical)
            if let signed = destinations.first, let callee = callees.first,
                Set(destinations).isDisjoint(with: callees)
            {
                return NumberMismatch(claim: "dest", signed: signed, used: callee)
            }
        }
        return nil
    }

    /// The numbers with a country code in addresses, digits only.
    private func numbers(_ value: ByteRange) -> [String] {
        NameAddress.list(text.span, value).compactMap { address in
            let user = (address.uri.user ?? "").prefix { $0 != ";" }
            guard user.hasPrefix("+"), user.utf8.dropFirst().contains(where: { 48...57 ~= $0 }) else { return nil }
            return Self.canonical(String(user))
        }
    }

    /// A number without anything but digits, `#` and `*` (RFC 8224 section 8.3).
    private static func canonical(_ number: String) -> String {
        number.filter { $0.isASCII && ($0.isNumber || $0 == "#" || $0 == "*") }
    }
}
