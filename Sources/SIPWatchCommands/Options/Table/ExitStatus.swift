/// What the program tells its caller when it ends.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case done = 0
    case found = 1
    case trouble = 2

    /// What the number means when `command` ends with it, as one line of help; nil stands for any command.
    func meaning(for command: CommandName? = nil) -> String {
        switch (self, command) {
        case (.done, nil): "done; for 'check': nothing fails"
        case (.done, .check): "clean: nothing fails"
        case (.done, _): "done"
        case (.found, .check): "a finding, a failed expectation, an incomplete or an empty trace"
        case (.found, _): "'check': a finding, a failed expectation, an incomplete or an empty trace"
        case (.trouble, .check): "wrong usage, or a file that cannot be read or written"
        case (.trouble, _): "wrong usage, input that cannot be read, or output that cannot be written"
        }
    }
}
