extension CommandTable {
    /// Commands that concern the program and its surroundings.
    static let program: [Command] = [interfaces, completions, man, help, version]

    private static let interfaces = Command(
        .interfaces,
        summary: "List the network devices that can be watched",
        details: "",
        synopsis: ["interfaces [OPTION]..."],
        operands: .none,
        examples: [Example("sipwatch interfaces", "Find the name that '-i' wants.")])

    private static let completions = Command(
        .completions,
        summary: "Print the completions for a shell: bash, zsh or fish",
        details: "",
        synopsis: ["completions SHELL"],
        operands: Operands(kind: .shell, count: 1...1, placeholder: "SHELL", description: "a shell"),
        examples: [
            Example("source <(sipwatch completions bash)", "Complete options and files in this shell.")
        ])

    private static let man = Command(
        .man,
        summary: "Print the man page",
        details: "",
        synopsis: ["man"],
        operands: .none,
        examples: [Example("sipwatch man | man -l -", "Read the man page without installing it.")])

    private static let help = Command(
        .help,
        summary: "Show help, in general or for a command",
        details: "",
        synopsis: ["help [COMMAND]"],
        operands: Operands(kind: .command, count: 0...1, placeholder: "COMMAND", description: "a command"),
        examples: [Example("sipwatch help check", "Show all that 'check' takes.")])

    private static let version = Command(
        .version,
        summary: "Show the version",
        details: "",
        synopsis: ["version"],
        operands: .none,
        examples: [Example("sipwatch version", "Say which version this is.")])
}
