/// What it means to give an option more than once.
enum Repetition: Sendable {
    /// The last one counts, so that a shell alias can set what the command line overrides.
    case lastCounts
    /// All values count, in the order given.
    case collects
    /// It is an error, because one of the values would be lost in silence; all count with some commands.
    case refused(except: Set<CommandName>)

    /// It is an error with all commands.
    static let refused = Repetition.refused(except: [])

    /// Whether a second value is an error with a command.
    func refuses(_ command: CommandName) -> Bool {
        if case .refused(let exceptions) = self { !exceptions.contains(command) } else { false }
    }
}
