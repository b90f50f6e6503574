/// What a command takes besides its options.
struct Operands: Sendable {
    /// What the operands are; shells complete by it.
    enum Kind: Sendable {
        case nothing, file, filterWord, code, rule, command, shell
    }

    let kind: Kind
    /// How many are accepted.
    let count: ClosedRange<Int>
    /// How the synopsis writes them, as in `FILE...`; empty when there are none.
    let placeholder: String
    /// What they are, as in "a capture file", for the error when one is lacking.
    let description: String

    /// For commands that take none.
    static let none = Operands(kind: .nothing, count: 0...0, placeholder: "", description: "no operand")

    /// The words that are accepted; nil when it is not a list.
    var words: [String]? {
        switch kind {
        case .command: CommandName.allCases.map(\.rawValue)
        case .shell: Shell.allCases.map(\.rawValue)
        case .nothing, .file, .filterWord, .code, .rule: nil
        }
    }
}
