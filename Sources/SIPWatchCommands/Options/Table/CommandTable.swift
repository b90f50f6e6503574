/// All commands of the program, in the order in which they are listed.
enum CommandTable {
    static let all: [Command] = reading + catalog + program

    /// The name of the program as it appears in help texts and messages.
    static let programName = "sipwatch"

    /// What the program is for, as the man page's name line has it.
    static let programSummary = "find out why SIP calls fail"

    /// What the program does, for help and man page.
    static let programDescription = """
        Reads SIP from a network device or a capture file and tells, call by call, what happened, \
        why it failed and what to do next, with the frames that prove it.
        """

    /// The command called `name`, or nil should the table lack it.
    static func command(_ name: CommandName) -> Command? {
        all.first { $0.name == name }
    }
}
