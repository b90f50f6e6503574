/// Presence (application/pidf+xml, RFC 3863 section 4.1).
enum PresenceDigest {
    /// `pres:someone@example.com open, "Gone fishing"`.
    static func text(_ outline: XMLOutline) -> String {
        var states: [String] = []
        var notes = outline.children(of: 0, "note")
        for (index, _) in outline.children(of: 0, "tuple") {
            for (status, _) in outline.children(of: index, "status") {
                states += outline.children(of: status, "basic").map { $0.element.text }
            }
            notes += outline.children(of: index, "note")
        }
        let state = states.isEmpty ? "no basic status" : DisplayText.list(states)
        let note = notes.first.map { ", \"\($0.element.text)\"" } ?? ""
        return "\(outline.root?["entity"] ?? "?") \(state)\(note)"
    }
}
