/// Registrations (application/reginfo+xml, RFC 3680 section 5.1).
enum RegistrationDigest {
    /// `full, sip:user@example.com active, 2 contacts, last event expired`.
    static func text(_ outline: XMLOutline) -> String {
        let registrations = outline.children(of: 0, "registration").map { index, registration in
            let contacts = outline.children(of: index, "contact")
            let event = contacts.last?.element.attributes["event"].map { ", last event \($0)" } ?? ""
            return "\(registration["aor"]) \(registration["state"]), "
                + DisplayText.count(contacts.count, "contact") + event
        }
        let state = outline.root?["state"] ?? "?"
        guard !registrations.isEmpty else { return "\(state), no registration" }
        return "\(state), " + DisplayText.list(registrations)
    }
}
