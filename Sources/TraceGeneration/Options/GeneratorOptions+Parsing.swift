extension GeneratorOptions {
    /// The most messages one trace may have.
    static let messageLimit: UInt64 = 10_000_000_000
    /// The most exchanges per second: more would leave no microsecond between messages.
    static let rateLimit = 20_000.0
    /// The most RTP packets that may follow a message.
    static let mediaLimit: UInt64 = 1_000
    /// The latest start, so that the end of a long trace still fits into pcap's 32 bits of seconds.
    static let startLimit: Int64 = 4_000_000_000

    /// Sets the option `name` from its text.
    mutating func set(_ name: String, to text: String) throws(OptionError) {
        switch name {
        case "--messages":
            guard let count = UInt64(text), (1...Self.messageLimit).contains(count) else {
                throw OptionError("--messages takes a whole number from 1 to \(Self.messageLimit), not '\(text)'")
            }
            messages = count
        case "--seed":
            guard let number = UInt64(text) else {
                throw OptionError("--seed takes a whole number from 0 to \(UInt64.max), not '\(text)'")
            }
            seed = number
        case "--rate":
            guard let number = Double(text), number >= 0.01, number <= Self.rateLimit else {
                throw OptionError("--rate takes a number from 0.01 to \(Int(Self.rateLimit)), not '\(text)'")
            }
            rate = number
        case "--start-time":
            guard let seconds = Int64(text), (0...Self.startLimit).contains(seconds) else {
                throw OptionError("--start-time takes whole seconds from 0 to \(Self.startLimit), not '\(text)'")
            }
            startTime = seconds
        case "--media":
            guard let count = UInt64(text), count <= Self.mediaLimit else {
                throw OptionError("--media takes a whole number from 0 to \(Self.mediaLimit), not '\(text)'")
            }
            mediaPerMessage = count
        case "--ipv6-share": ipv6Share = try Self.share(name, text)
        case "--tcp-share": tcpShare = try Self.share(name, text)
        case "--kinds": kinds = try Self.kinds(named: text)
        default: throw OptionError("unknown option '\(name)'")
        }
    }

    /// The kinds of a list such as `busy,declined`, or all for `all`.
    static func kinds(named list: String) throws(OptionError) -> [ExchangeKind] {
        if list == "all" { return ExchangeKind.all }
        let names = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        for name in names where !ExchangeKind.all.contains(where: { $0.name == name }) {
            throw OptionError("no kind '\(name)'; --list-kinds lists them")
        }
        return ExchangeKind.all.filter { names.contains($0.name) }
    }

    private static func share(_ name: String, _ text: String) throws(OptionError) -> Double {
        guard let share = Double(text), (0...1).contains(share) else {
            throw OptionError("\(name) takes a number from 0 to 1, not '\(text)'")
        }
        return share
    }
}
