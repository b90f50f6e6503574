/// How many messages wait (application/simple-message-summary, RFC 3842 section 5.2).
struct MessageWaiting {
    private var isWaiting: String?
    private var counts: [String] = []

    /// Reads the lines up to the first empty one behind the status; nil without a status line.
    init?(_ lines: [String]) {
        for line in lines {
            if line.isEmpty, isWaiting != nil { break }
            guard let (name, value) = LineReader.pair(line, ":") else { continue }
            if name == "messages-waiting" {
                isWaiting = isWaiting ?? value.lowercased()
            } else if name != "message-account", let text = Self.counts(of: value) {
                counts.append("\(name) \(text)")
            }
        }
        guard isWaiting != nil else { return nil }
    }

    /// `waiting yes, voice-message 2 new (1 urgent), 8 old (2 urgent)`.
    var text: String {
        (["waiting \(isWaiting ?? "?")"] + counts).joined(separator: ", ")
    }

    /// newmsgs SLASH oldmsgs [ LPAREN new-urgentmsgs SLASH old-urgentmsgs RPAREN ]
    private static func counts(of value: String) -> String? {
        let parts = value.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
        guard let all = numbers(parts[0]) else { return nil }
        guard parts.count == 2, let end = parts[1].firstIndex(of: ")"), let urgent = numbers(parts[1][..<end]) else {
            return "\(all.new) new, \(all.old) old"
        }
        return "\(all.new) new (\(urgent.new) urgent), \(all.old) old (\(urgent.old) urgent)"
    }

    /// Two numbers of at most 32 bits with a slash between them.
    private static func numbers(_ text: Substring) -> (new: UInt32, old: UInt32)? {
        let numbers = text.filter { !$0.isWhitespace }.split(separator: "/", omittingEmptySubsequences: false)
        guard numbers.count == 2, let new = UInt32(numbers[0]), let old = UInt32(numbers[1]) else { return nil }
        return (new, old)
    }
}
