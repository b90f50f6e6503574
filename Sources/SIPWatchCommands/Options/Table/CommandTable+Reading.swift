extension CommandTable {
    /// Commands that read SIP.
    static let reading: [Command] = [analyze, watch, check]

    private static let files = Operands(
        kind: .file, count: 1...Int.max, placeholder: "FILE...", description: "a capture file")

    private static let analyze = Command(
        .analyze,
        summary: "Tell what happened in capture files",
        details: """
            The command word may be left out. Files are pcap or pcapng, as they are or compressed with gzip or zstd; \
            '-' is standard input. \
            A file that is named like a command is written with its folder, as in './check'.
            """,
        synopsis: ["[analyze] [OPTION]... FILE..."],
        operands: files,
        examples: [
            Example("sipwatch trace.pcap", "Tell what happened in a capture file.", isLeading: true),
            Example(
                "ssh pbx timeout 60 tcpdump -i any -U -w - port 5060 | sipwatch -",
                "Capture on another host for a minute and read it here.", isLeading: true),
            Example(
                "sipwatch --filter 'status >= 500 or rule = transfer' trace.pcap",
                "Show the calls that this is true of alone."),
            Example("sipwatch --follow trace.pcapng", "See what happens in a capture that is still being written."),
            Example("sipwatch --call 3 trace.pcap", "Show the third call message by message."),
            Example("sipwatch --call 3 -w call.pcapng trace.pcap", "Save the frames of the third call."),
            Example("sipwatch --format json trace.pcap | jq '.calls[].outcome'", "Feed a script."),
        ])

    private static let watch = Command(
        .watch,
        summary: "Tell what happens on a network device while it happens",
        details: """
            The command word may be left out when '-i' is given. The words after the options are a capture filter \
            in the language of pcap-filter(7). Runs until Ctrl-C, or until '--duration' or '--count' is reached. \
            Capturing needs root or the capabilities cap_net_raw and cap_net_admin; they are given up once devices and \
            files are open. SIGHUP reopens the files, SIGUSR1 shows what was read so far.
            """,
        synopsis: ["[watch] -i DEVICE [OPTION]... [FILTER]..."],
        operands: Operands(
            kind: .filterWord, count: 0...Int.max, placeholder: "FILTER...", description: "a capture filter"),
        examples: [
            Example("sipwatch -i eth0", "Watch the calls that pass eth0.", isLeading: true),
            Example("sipwatch -i eth0 -i eth1", "Watch both sides of a gateway."),
            Example("sipwatch -i any host 192.0.2.10", "Watch all devices for the traffic of one host."),
            Example("sipwatch -i eth0 --duration 5m -f jsonl > calls.jsonl", "Record what happens in five minutes."),
            Example(
                "sipwatch -i eth0 -w /var/tmp/sip.pcapng -C 100 -W 10 -o /var/tmp/sip.log",
                "Keep the last thousand megabytes of frames beside what was found."),
        ])

    private static let check = Command(
        .check,
        summary: "Pass or fail recorded traces, for CI",
        details: """
            Judges each trace by the rules and by the expectations in the file beside it: traces/a.pcap by \
            traces/a.sipwatch.yaml. Of a folder all captures are checked, in the folders below as well; a pattern may \
            hold *, ?, [a-z], and ** for any number of folders. A trace fails when a finding is as severe as \
            '--fail-on' says, when an expectation is not met, when it is too incomplete to be judged, and when there \
            is no SIP in it. The forms of '--format' and '--output' are what CI systems read.
            """,
        synopsis: ["check [OPTION]... FILE|FOLDER|PATTERN..."],
        operands: Operands(
            kind: .file, count: 1...Int.max, placeholder: "FILE|FOLDER|PATTERN...",
            description: "a capture file, a folder or a pattern"),
        examples: [
            Example("sipwatch check traces", "Check all captures in a folder.", isLeading: true),
            Example("sipwatch check --init traces", "Write what each trace shows as expectations, to be trimmed."),
            Example(
                "sipwatch check -f github -o junit=junit.xml -o sarif=check.sarif traces",
                "Annotate a run of GitHub Actions, and write two reports beside it."),
            Example(
                "sipwatch check --baseline known.yaml --update-baseline traces",
                "Take all findings as known; without '--update-baseline' only new ones fail."),
            Example("sipwatch check --fail-on warning --ignore retry '**/*.pcapng'", "Be stricter, but for an area."),
        ],
        exitStatuses: [.done, .found, .trouble])
}
