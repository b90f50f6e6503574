import SIPParsing

extension SIPScenario.Request {
    /// What a registrar lists in its 2xx: the Contact of a REGISTER with the expiry asked for, or an hour; nil where there
    /// is none or it was removed.
    var binding: String? {
        guard method == .register, !without.contains(where: { $0.lowercased() == "contact" }) else { return nil }
        let contact = value(of: "contact") ?? "<\(from.uri)>"
        guard contact != "*", !contact.hasSuffix("expires=0") else { return nil }
        guard !contact.contains(";expires=") else { return contact }
        let expires = value(of: "expires") ?? "3600"
        return expires == "0" ? nil : "\(contact);expires=\(expires)"
    }

    private func value(of name: String) -> String? {
        lines.first { SIPScenario.fieldName($0) == name }
            .map { $0.drop { $0 != ":" }.dropFirst().drop { $0 == " " } }.map(String.init)
    }
}
