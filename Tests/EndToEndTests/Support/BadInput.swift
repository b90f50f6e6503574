import _TestSupport

/// Something that cannot be done, and what the program says about it.
struct BadInput: Sendable, CustomStringConvertible {
    /// The command line.
    let arguments: [String]
    /// The one line on standard error.
    let complaint: String
    /// The command whose help is pointed at, after an error of usage; an empty name is the general help.
    var help: String?

    /// The command line.
    var description: String { arguments.joined(separator: " ") }

    /// What the program is to print on standard error.
    var errors: String {
        guard let help else { return "sipwatch: \(complaint)\n" }
        let separator = complaint.hasSuffix("?") ? "" : ";"
        return "sipwatch: \(complaint)\(separator) try 'sipwatch \(help.isEmpty ? "--help" : "help \(help)")'\n"
    }

    /// A folder with files of all kinds.
    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copy(Fixture("call/answered").path, as: "good.pcap")
        try folder.copy(Fixture("mixed/not-sip").path, as: "other.pcap")
        try folder.write([], "empty.pcap")
        try folder.write(Array("INVITE sip:bob@example.com SIP/2.0\r\n\r\n".utf8), "text.pcap")
        try folder.write(
            [0, 1, 2, 3, 4, 5, 6, 7, 200, 201, 202, 203, 0, 0, 0, 0, 1, 1, 1, 1, 9, 9, 9, 9], "noise.pcap")
        try folder.write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4], "packed.pcap.gz")
        return folder
    }

    /// Inputs that cannot be read.
    static let files = [
        BadInput(
            arguments: ["missing.pcap"],
            complaint: "missing.pcap: no such file; check the name and the folder you are in"),
        BadInput(
            arguments: ["."], complaint: ".: is a folder; name the capture files in it, as in ./*.pcap"),
        BadInput(
            arguments: ["empty.pcap"],
            complaint: "empty.pcap: is empty; was the capture stopped before anything was written?"),
        BadInput(
            arguments: ["text.pcap"], complaint: "text.pcap: is text; only pcap and pcapng captures can be read"),
        BadInput(
            arguments: ["noise.pcap"],
            complaint: "noise.pcap: is not a capture; only pcap and pcapng captures can be read"),
        BadInput(
            arguments: ["packed.pcap.gz"],
            complaint:
                "packed.pcap.gz: cannot be read (the gzip stream stops before its end); check the disk or copy the "
                + "file again"),
        BadInput(
            arguments: ["good.pcap", "missing.pcap"],
            complaint: "missing.pcap: no such file; check the name and the folder you are in"),
        BadInput(
            arguments: ["-"],
            complaint: "standard input: is empty; was the capture stopped before anything was written?"),
        BadInput(
            arguments: ["\u{1B}[31mred\nline.pcap"],
            complaint: #"\u{1b}[31mred\u{a}line.pcap: no such file; check the name and the folder you are in"#),
        BadInput(
            arguments: ["--call", "99", "good.pcap"], complaint: "no such call; 'sipwatch good.pcap' lists them"),
        BadInput(
            arguments: ["check", "missing.pcap"],
            complaint: "missing.pcap: no such file; check the name and the folder you are in"),
    ]

    /// Wrong usage.
    static let usage = [
        BadInput(
            arguments: [], complaint: "nothing to read; name a capture file, or a device with '-i'", help: ""),
        BadInput(arguments: ["--nonsense", "good.pcap"], complaint: "unknown option '--nonsense'", help: ""),
        BadInput(
            arguments: ["--formt", "json", "good.pcap"],
            complaint: "unknown option '--formt'; did you mean '--format'?", help: ""),
        BadInput(
            arguments: ["chek", "good.pcap"],
            complaint: "'chek' is neither a file nor a command; did you mean 'check'?", help: ""),
        BadInput(
            arguments: ["--format", "xml", "good.pcap"],
            complaint: "--format wants text, json or jsonl with 'analyze', not 'xml'", help: "analyze"),
        BadInput(
            arguments: ["--fail-on", "error", "good.pcap"],
            complaint: "'analyze' does not take --fail-on; 'check' does", help: "analyze"),
        BadInput(arguments: ["check"], complaint: "'check' needs a capture file, a folder or a pattern", help: "check"),
        BadInput(
            arguments: ["check", "--fail-on", "disaster", "good.pcap"],
            complaint: "--fail-on wants error, warning, info or never, not 'disaster'", help: "check"),
        BadInput(
            arguments: ["explain", "999"], complaint: "999 is not a SIP status code; they go from 100 to 699",
            help: "explain"),
        BadInput(
            arguments: ["explain", "transfer/faild"],
            complaint: "nothing is known about 'transfer/faild'; did you mean 'transfer/failed'?",
            help: "explain"),
        BadInput(
            arguments: ["compare", "603"],
            complaint: "name two status codes or more, or a family with --family", help: "compare"),
        BadInput(
            arguments: ["compare", "603", "9999"],
            complaint: "9999 is not a SIP status code; they go from 100 to 699", help: "compare"),
        BadInput(
            arguments: ["rules", "transfer/no-notfy"],
            complaint: "no rule and no area 'transfer/no-notfy'; did you mean 'transfer/no-notify'?", help: "rules"),
        BadInput(
            arguments: ["completions", "tcsh"],
            complaint: "'completions' wants a shell, not 'tcsh'; there are bash, zsh and fish", help: "completions"),
        BadInput(
            arguments: ["-i", "lo", "--duration", "soon"],
            complaint: "--duration wants a time such as 30s, 5m or 2h, not 'soon'", help: "watch"),
    ]
}
