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
        summary: "Pass or fail capture files, for CI",
        details: """
            Prints what was found and ends with 1 when a finding is as severe as '--fail-on' says, else with 0.
            """,
        synopsis: ["check [OPTION]... FILE..."],
        operands: files,
        examples: [
            Example(
                "sipwatch check traces/*.pcap", "Fail a CI job when a SIP test run broke the protocol.",
                isLeading: true),
            Example("sipwatch check --ignore retry run.pcap", "Do not judge by the rules of an area."),
            Example("sipwatch check --fail-on warning --quiet run.pcap", "Be stricter, and show no progress."),
        ],
        exitStatuses: [.done, .found, .trouble])
}
