/// What the program tells its caller when it ends.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case done = 0
    case found = 1
    case trouble = 2

    /// What the number means when `command` ends with it, as one line of help; nil stands for any command.
    func meaning(for command: CommandName? = nil) -> String {
        switch (self, command) {
        case (.done, nil): "done; for 'check': nothing found"
        case (.done, .check): "nothing found that is as severe as '--fail-on' says"
        case (.done, _): "done"
        case (.found, _): "'check' found something"
        case (.trouble, .check): "wrong usage, input that cannot be read, or no SIP in it"
        case (.trouble, _): "wrong usage, input that cannot be read, or output that cannot be written"
        }
    }
}
