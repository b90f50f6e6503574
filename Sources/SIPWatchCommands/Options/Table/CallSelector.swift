/// A call as the user names it.
enum CallSelector: Equatable, Sendable {
    /// The number that the report gives the call, from 1 up.
    case number(Int)
    /// The Call-ID of one of its dialogs.
    case callID(String)

    /// Reads `text` as a number where it is one, else as a Call-ID.
    init(_ text: String) {
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number > 0 {
            self = .number(number)
        } else {
            self = .callID(text)
        }
    }
}
