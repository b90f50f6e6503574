import TraceTypes

extension Option {
    /// The value that `text` stands for when given to `command`; nil when it is not accepted.
    func value(of text: String, for command: CommandName) -> OptionValue? {
        switch kind {
        case .flag: .flag(text != "off")
        case .text, .device, .path: text.isEmpty ? nil : .text(text)
        case .integer(let range, let orAll):
            orAll && text == "all" ? .all : wholeNumber(text, in: range).map(OptionValue.integer)
        case .size: Self.size(text).map(OptionValue.integer)
        case .duration: Self.duration(text).map(OptionValue.duration)
        case .choice:
            choices(for: command).contains { $0.word == text } || (takesOtherWords && !text.isEmpty)
                ? .choice(text) : nil
        }
    }

    /// What the option accepts when given to `command`, as the object of "wants".
    func expectation(for command: CommandName) -> String {
        switch kind {
        case .flag: "no value"
        case .text, .path, .device: "\(placeholder ?? "a value")"
        case .integer(let range, let orAll):
            "a whole number from \(range.lowerBound) to \(range.upperBound)\(orAll ? " or 'all'" : "")"
        case .size: "a size such as 10, 500k, 100M or 1G"
        case .duration: "a time such as 30s, 5m or 2h"
        case .choice(let all):
            listed(choices(for: command).map(\.word), "or")
                + (all.contains { $0.commands != nil } ? " with \(quoted(command.rawValue))" : "")
        }
    }

    private func wholeNumber(_ text: String, in range: ClosedRange<Int>) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else { return nil }
        return range.contains(number) ? number : nil
    }

    /// Reads an amount of bytes above zero: millions as tcpdump counts them, or a whole number and its unit.
    private static func size(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let units = ["": 1_000_000, "k": 1 << 10, "K": 1 << 10, "m": 1 << 20, "M": 1 << 20, "g": 1 << 30, "G": 1 << 30]
        guard let number = Int(digits), number > 0, let unit = units[String(text.dropFirst(digits.count))] else {
            return nil
        }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
        return overflow ? nil : bytes
    }

    /// Reads a length of time above zero: seconds, or a whole number and its unit.
    private static func duration(_ text: String) -> TimeSpan? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int64(digits), number > 0 else { return nil }
        return switch text.dropFirst(digits.count) {
        case "ms": .milliseconds(number)
        case "", "s": .seconds(number)
        case "m": .seconds(60) * number
        case "h": .seconds(3_600) * number
        case "d": .seconds(86_400) * number
        default: nil
        }
    }
}
