import Testing
import TraceTypes

@testable import SIPWatchCommands

@Suite struct OptionValueTests {
    @Test(arguments: [
        ("1000ms", "1s"), ("30", "30s"), ("5m", "300s"), ("2h", "120m"), ("7d", "168h"), ("007", "7s"),
        ("9223372036854775807d", "9223372036854775807s"),
    ])
    func aTimeIsRead(_ text: String, _ same: String) throws {
        let option = try #require(OptionTable.option(.duration))
        let value = try #require(option.value(of: text, for: .watch))
        #expect(value == option.value(of: same, for: .watch))
        #expect(value != option.value(of: "1", for: .watch) || same == "1s")
    }

    @Test func aTimeWithoutUnitCountsSeconds() throws {
        let value = try #require(OptionTable.option(.duration)?.value(of: "1", for: .watch))
        #expect(value == .duration(.seconds(1)))
    }

    @Test(arguments: ["", "0", "0s", "-5s", "+5s", "s", "5 s", "5sec", "1.5s", "1h30m", "٣s", "9223372036854775808"])
    func whatIsNoTimeIsRefused(_ text: String) throws {
        #expect(try #require(OptionTable.option(.duration)).value(of: text, for: .watch) == nil)
    }

    @Test(arguments: [
        ("10", 10_000_000), ("1k", 1024), ("1K", 1024), ("5M", 5_242_880), ("5m", 5_242_880), ("2G", 2_147_483_648),
        ("007", 7_000_000),
    ])
    func aSizeIsRead(_ text: String, _ bytes: Int) throws {
        #expect(try #require(OptionTable.option(.rotateSize)).value(of: text, for: .watch) == .integer(bytes))
    }

    @Test(arguments: ["", "0", "0k", "k", "-1", "1.5M", "1 M", "1MB", "٣", "9223372036854775807", "9007199254740993G"])
    func whatIsNoSizeIsRefused(_ text: String) throws {
        #expect(try #require(OptionTable.option(.rotateSize)).value(of: text, for: .watch) == nil)
    }

    @Test(arguments: [("1", 1), ("2097151", 2_097_151), ("0001", 1)])
    func aWholeNumberIsRead(_ text: String, _ number: Int) throws {
        #expect(try #require(OptionTable.option(.bufferSize)).value(of: text, for: .watch) == .integer(number))
    }

    @Test(arguments: ["", "0", "2097152", "-1", "+1", " 1", "1k", "0x10", "٣", "99999999999999999999"])
    func whatIsNoWholeNumberIsRefused(_ text: String) throws {
        #expect(try #require(OptionTable.option(.bufferSize)).value(of: text, for: .watch) == nil)
    }

    @Test func aPathIsAnyTextButTheEmptyOne() {
        let option = Option(
            .call, placeholder: "FILE", kind: .path, group: .report, commands: [.analyze], summary: "A file")
        #expect(option.value(of: "a b", for: .analyze) == .text("a b"))
        #expect(option.value(of: "", for: .analyze) == nil)
    }

    @Test(arguments: [
        ("1", CallSelector.number(1)), ("42", .number(42)), ("0", .callID("0")), ("a1", .callID("a1")),
        ("-1", .callID("-1")), ("99999999999999999999", .callID("99999999999999999999")),
    ])
    func aCallIsSelected(_ text: String, _ expected: CallSelector) {
        #expect(CallSelector(text) == expected)
    }
}
