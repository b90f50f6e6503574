/// What a command line asks for.
public enum GeneratorCommand: Sendable {
    /// Write a trace to `output` (`-` is standard output), and what is in it to `truth`.
    case generate(GeneratorOptions, output: String, truth: String?)
    /// List the kinds of exchanges.
    case listKinds
    /// Print the usage.
    case help

    /// Reads the arguments after the program's name; `--name value` and `--name=value` mean the same.
    public static func parse(_ arguments: [String]) throws(OptionError) -> GeneratorCommand {
        var options = GeneratorOptions()
        var output = "-"
        var truth: String?
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--help" || argument == "-h" { return .help }
            if argument == "--list-kinds" { return .listKinds }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let name = parts.first, names.contains(name) else {
                throw OptionError("unknown argument '\(argument)'; --help lists the options")
            }
            guard let value = parts.count > 1 ? parts.last : rest.popFirst() else {
                throw OptionError("\(name) needs a value")
            }
            switch name {
            case "--output": output = try nonEmpty(value, name)
            case "--truth":
                guard value != "-" else { throw OptionError("--truth needs the name of a file, not -") }
                truth = try nonEmpty(value, name)
            default: try options.set(name, to: value)
            }
        }
        return .generate(options, output: output, truth: truth)
    }

    private static let names: Set<String> = [
        "--ipv6-share", "--kinds", "--media", "--messages", "--output", "--rate", "--seed", "--start-time",
        "--tcp-share",
        "--truth",
    ]

    private static func nonEmpty(_ value: String, _ name: String) throws(OptionError) -> String {
        guard !value.isEmpty else { throw OptionError("\(name) needs the name of a file") }
        return value
    }

    /// The text of `--help`.
    public static let usage = """
        usage: TraceGenerator [options] > trace.pcap

        Writes a synthetic capture of SIP on a busy border controller, the same bytes for the same options.

          --messages N       at least N messages (default 1000000)
          --kinds LIST       all, or names from --list-kinds, separated by commas (default all)
          --seed S           whole number that chooses the trace (default 1)
          --rate CPS         exchanges that start per second (default 200)
          --start-time T     first second, counted from 1970-01-01T00:00:00Z (default 1767225600)
          --ipv6-share P     part of the exchanges over IPv6, 0 to 1 (default 0.1)
          --tcp-share P      part of the exchanges over TCP, 0 to 1 (default 0.05)
          --media N          RTP packets after each message (default 0)
          --output FILE      where to write; - is standard output (default -)
          --truth FILE       also write, as JSON, what an analyzer should find
          --list-kinds       list the kinds of exchanges with their weights
          --help             print this

        """

    /// The text of `--list-kinds`: name, weight and summary of each kind in columns.
    public static var kindList: String {
        let width = ExchangeKind.all.map(\.name.count).max() ?? 0
        return ExchangeKind.all.map { kind in
            let name = kind.name + String(repeating: " ", count: width - kind.name.count)
            let weight = String(repeating: " ", count: max(0, 4 - "\(kind.weight)".count)) + "\(kind.weight)"
            return "\(name)  \(weight)  \(kind.summary)\n"
        }.joined()
    }
}
