extension OptionTable {
    /// The most bytes of a frame that libpcap hands over.
    static let largestSnapshotLength = 262_144

    /// Options that say what is read and how much of it.
    static let capture: [Option] = [
        Option(
            .interface, letter: "i", aliases: [.hidden(.short("d")), .hidden(.long("device"))],
            placeholder: "DEVICE", kind: .device, defaultValue: .text("any"), repetition: .collects,
            group: .capture, commands: [.watch],
            summary: "Listen on this network device; may be repeated",
            details: """
                'any' stands for all devices. 'sipwatch interfaces' lists what can be named here. \
                Given without a command, the option makes the command 'watch'.
                """),
        Option(
            .snapshotLength, letter: "s", aliases: [.hidden(.long("snaplen"))],
            placeholder: "BYTES", kind: .integer(0...largestSnapshotLength),
            defaultValue: .integer(largestSnapshotLength),
            group: .capture, commands: [.watch],
            summary: "Capture at most this much of each frame",
            details: "0 stands for the largest length. A frame that is cut short is counted as truncated."),
        Option(
            .bufferSize, letter: "B",
            placeholder: "KIB", kind: .integer(1...2_097_151),
            group: .capture, commands: [.watch],
            summary: "Size of the kernel's capture buffer in KiB",
            details: "Make it larger when the report says that the kernel dropped frames."),
        Option(
            .noPromiscuousMode, letter: "p",
            aliases: [.hidden(.long("promiscuous-mode"), implying: "off")],
            defaultValue: .flag(false),
            group: .capture, commands: [.watch],
            summary: "Do not put the device into promiscuous mode"),
        Option(
            .immediateMode,
            defaultValue: .flag(false),
            group: .capture, commands: [.watch],
            summary: "Show each frame at once",
            details: """
                Without it the kernel may keep frames for a tenth of a second. With it every frame costs more, so that \
                more are dropped when there are many.
                """),
        Option(
            .timestampType, letter: "j",
            placeholder: "TYPE", kind: .text,
            group: .capture, commands: [.watch],
            summary: "Take the time of frames from this clock",
            details: "The types are those of pcap-tstamp(7); an error lists the ones that a device has."),
        Option(
            .user, aliases: [.hidden(.short("Z")), .hidden(.long("relinquish-privileges"))],
            placeholder: "NAME", kind: .text,
            group: .capture, commands: [.watch],
            summary: "Become this user once devices and files are open",
            details: """
                Root becomes 'nobody' unless told otherwise; 'root' stays root. No process started from then on can \
                gain privileges.
                """),
        Option(
            .captureFilter, aliases: [.hidden(.long("bpf"))],
            placeholder: "EXPR", kind: .text, repetition: .refused,
            group: .capture, commands: readers,
            summary: "Read only frames that match a BPF filter",
            details: """
                The language is that of pcap-filter(7). Frames that do not match are left out of all counts. \
                'watch' takes the words of the filter as operands too, but not both. '--filter' chooses calls instead.
                """),
        Option(
            .follow,
            defaultValue: .flag(false),
            group: .capture, commands: [.analyze],
            summary: "Read on as the file grows, and show what comes",
            details: """
                Runs until Ctrl-C, which sums up. Deadlines pass only as later frames show, because frames may be on \
                their way to the file for long.
                """),
        Option(
            .duration, placeholder: "TIME", kind: .duration,
            group: .capture, commands: [.watch],
            summary: "Stop after this time, such as 30s, 5m or 2h",
            details: "A number without a unit counts seconds. The units are ms, s, m, h and d."),
        Option(
            .count, letter: "c",
            placeholder: "N", kind: .integer(1...1_000_000_000_000),
            group: .capture, commands: readers,
            summary: "Stop after N frames",
            details: "Frames are counted before anything is decoded, over all files together; with 'check' in each."),
    ]
}
