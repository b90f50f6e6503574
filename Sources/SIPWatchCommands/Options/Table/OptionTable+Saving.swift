extension OptionTable {
    /// Options that say where frames are saved.
    static let saving: [Option] = [
        Option(
            .write, letter: "w", aliases: [.hidden(.short("O"))],
            placeholder: "FILE", kind: .path, repetition: .refused,
            group: .saving, commands: [.analyze, .watch],
            summary: "Save the frames that were read in this pcapng file",
            details: """
                With '--call' only the frames of these calls are saved. '-' is standard output; what would go there \
                goes to standard error then. A file that exists is overwritten. While watching, SIGHUP reopens it.
                """),
        Option(
            .rotateSize, letter: "C",
            placeholder: "SIZE", kind: .size,
            group: .saving, commands: [.watch],
            summary: "Begin a new file before one grows beyond this",
            details: """
                A number without a unit counts millions of bytes; the units k, M and G are powers of 1024. The files \
                are named after FILE, with a number and the time.
                """),
        Option(
            .rotateTime, letter: "G",
            placeholder: "TIME", kind: .duration,
            group: .saving, commands: [.watch],
            summary: "Begin a new file after this time, such as 30s, 5m or 2h",
            details: "A number without a unit counts seconds."),
        Option(
            .keepFiles, letter: "W",
            placeholder: "N", kind: .integer(1...1_000_000),
            group: .saving, commands: [.watch],
            summary: "Keep the newest N of these files and delete older ones"),
    ]
}
