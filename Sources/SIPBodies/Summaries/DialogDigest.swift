/// Dialogs of a user (application/dialog-info+xml, RFC 4235 section 4.1).
enum DialogDigest {
    /// `sip:alice@example.com, version 1, full, 1 dialog: terminated (rejected 486)`.
    static func text(_ outline: XMLOutline) -> String {
        guard let root = outline.root else { return "" }
        let dialogs = outline.children(of: 0, "dialog").map { index, _ in
            outline.children(of: index, "state").first.map { state(of: $0.element) } ?? "?"
        }
        let count = dialogs.isEmpty ? "no dialog" : DisplayText.count(dialogs.count, "dialog")
        let states = dialogs.isEmpty ? "" : ": \(DisplayText.list(dialogs))"
        return "\(root["entity"]), version \(root["version"]), \(root["state"]), \(count)\(states)"
    }

    /// A state with the event and the response code that led to it (RFC 4235 section 4.1.2).
    private static func state(of element: XMLOutline.Element) -> String {
        let reasons = [element.attributes["event"], element.attributes["code"]].compactMap { $0 }
        return element.text + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: " ")))")
    }
}
