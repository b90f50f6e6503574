/// Text on its way to the log of a CI service, which takes some lines for commands.
enum LogText {
    /// A line that no service takes for a command: GitHub's runner looks for `##[` anywhere in a line, Azure's for `##vso[`,
    /// and both take lines that begin with `::` or `##`.
    static func harmless(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "#")) || text.hasPrefix("::") else { return text }
        let broken = text.replacing("##[", with: "##\\u{5b}").replacing("##vso[", with: "##vso\\u{5b}")
        return broken.hasPrefix("::") ? "./" + broken : broken
    }
}
