import SIPChecking
import Testing

@testable import SIPWatchCommands

@Suite struct OptionFormTests {
    @Test(arguments: OptionTable.all.filter { !$0.isFlag })
    func aValueIsTakenInEachForm(_ option: Option) throws {
        let command = try #require(CommandName.allCases.first(where: option.commands.contains))
        let text = option.sample(for: command)
        let expected = try #require(option.value(of: text, for: command))
        #expect(expected != option.defaultValue || option.choices(for: command).count == 1)
        for spelling in option.spellings where spelling.impliedValue == nil {
            let forms =
                switch spelling.form {
                case .long: [[spelling.text, text], ["\(spelling.text)=\(text)"]]
                case .short(let letter): [[spelling.text, text], ["-\(letter)\(text)"], ["-q\(letter)\(text)"]]
                }
            for form in forms {
                let operands = command.sampleOperands
                for line in [[command.rawValue] + form + operands, [command.rawValue] + operands + form] {
                    let invocation = try ArgumentParser.parse(line)
                    #expect(invocation.options.value(option.name) == expected, "\(line)")
                    #expect(invocation.operands == operands)
                }
            }
        }
    }

    @Test(arguments: OptionTable.all.filter { $0.isFlag && $0.defaultValue != nil })
    func aFlagIsSwitchedOnAndOffAgain(_ option: Option) throws {
        let command = try #require(CommandName.allCases.first(where: option.commands.contains))
        let operands = command.sampleOperands
        #expect(try ArgumentParser.parse([command.rawValue] + operands).options.value(option.name) == .flag(false))
        for spelling in option.spellings where spelling.impliedValue == nil {
            let line = [command.rawValue, spelling.text] + operands
            #expect(try ArgumentParser.parse(line).options.value(option.name) == .flag(true))
        }
        for spelling in option.spellings where spelling.impliedValue != nil {
            let line = [command.rawValue, option.longSpelling, spelling.text] + operands
            #expect(try ArgumentParser.parse(line).options.value(option.name) == .flag(false))
        }
    }

    @Test func lettersAreClustered() throws {
        let invocation = try ArgumentParser.parse(["-qpilo", "-s0", "-c", "5"])
        #expect(invocation.options.isQuiet)
        #expect(!invocation.options.isPromiscuous)
        #expect(invocation.options.interfaces == ["lo"])
        #expect(invocation.options.snapshotLength == 262_144)
        #expect(invocation.options.count == 5)
    }

    @Test func theLastValueCounts() throws {
        let line = ["--color=always", "--no-color", "--details", "3", "--details=all", "a"]
        let options = try ArgumentParser.parse(line).options
        #expect(options.color == .never)
        #expect(options.details == .max)
    }

    @Test func callsAreCollected() throws {
        let line = ["--call", "3", "--call=-x=1@host", "a", "--call", "0", "--call", "1a"]
        let options = try ArgumentParser.parse(line).options
        #expect(options.calls == [.number(3), .callID("-x=1@host"), .callID("0"), .callID("1a")])
    }

    @Test func anAttachedValueMayLookLikeAnOption() throws {
        #expect(try ArgumentParser.parse(["--call=--count", "a"]).options.calls == [.callID("--count")])
    }

    @Test func defaultsAreThoseOfTheTable() throws {
        let options = try ArgumentParser.parse(["watch"]).options
        #expect(options.interfaces == ["any"])
        #expect(options.snapshotLength == 262_144)
        #expect(options.bufferSize == nil)
        #expect(options.isPromiscuous)
        #expect(!options.isImmediate)
        #expect(options.timestampType == nil)
        #expect(options.user == nil)
        #expect(options.savePath == nil)
        #expect(options.rotateSize == nil)
        #expect(options.rotateTime == nil)
        #expect(options.keepFiles == nil)
        #expect(options.outputPath == nil)
        #expect(options.duration == nil)
        #expect(options.count == nil)
        #expect(options.format == .text)
        #expect(options.calls.isEmpty)
        #expect(options.details == 25)
        #expect(options.color == .auto)
        #expect(options.language == nil)
        #expect(options.failureThreshold == .error)
        #expect(try options.timer1 == watching(for: "500ms").duration)
        #expect(try options.timer2 == watching(for: "4s").duration)
        #expect(try options.timer4 == watching(for: "5s").duration)
        #expect(!options.isQuiet)
        #expect(!options.isGiven(.interface))
    }

    @Test func accessorsGiveWhatWasTyped() throws {
        let watch = try ArgumentParser.parse([
            "-d", "eth1", "--snaplen", "96", "-B", "4096", "--duration", "5m", "-fjsonl", "--T1", "2000", "--T2=16000",
            "--T4", "17000", "-i", "any", "-w", "-", "-C", "5", "-G2m", "-W", "3", "-o", "out", "-Z", "daemon", "-j",
            "host",
            "--immediate-mode",
        ]).options
        #expect(watch.interfaces == ["eth1", "any"])
        #expect(watch.isGiven(.interface))
        #expect(watch.snapshotLength == 96)
        #expect(watch.bufferSize == 4_096)
        #expect(try watch.duration == watching(for: "300s").duration)
        #expect(watch.format == .jsonLines)
        #expect(try watch.timer1 == watching(for: "2s").duration)
        #expect(try watch.timer2 == watching(for: "16s").duration)
        #expect(try watch.timer4 == watching(for: "17s").duration)
        #expect(watch.savePath == "-")
        #expect(watch.rotateSize == 5_000_000)
        #expect(try watch.rotateTime == watching(for: "120s").duration)
        #expect(watch.keepFiles == 3)
        #expect(watch.outputPath == "out")
        #expect(watch.user == "daemon")
        #expect(watch.timestampType == "host")
        #expect(watch.isImmediate)
        let check = try ArgumentParser.parse(["check", "--fail-on", "warning", "a"]).options
        #expect(check.failureThreshold == .warning)
        #expect(try ArgumentParser.parse(["check", "--no-fail", "a"]).options.failureThreshold == .never)
    }
}

/// The options of a watch that lasts for the time `text` stands for; `OptionValueTests` holds how it is read.
private func watching(for text: String) throws -> OptionValues {
    try ArgumentParser.parse(["watch", "--duration", text]).options
}

extension Option {
    /// A value that is not the default.
    fileprivate func sample(for command: CommandName) -> String {
        switch kind {
        case .flag: ""
        case .text, .device, .path: "sample"
        case .integer(let range, _): "\(range.lowerBound == range.upperBound ? 0 : range.lowerBound + 1)"
        case .duration: "7s"
        case .size: "7M"
        case .choice: choices(for: command).last?.word ?? ""
        }
    }
}

extension CommandName {
    /// Operands that the command accepts.
    fileprivate var sampleOperands: [String] {
        switch self {
        case .analyze, .check: ["a.pcap", "-"]
        case .watch: ["port", "5060"]
        case .explain: ["603"]
        case .compare: ["202", "603"]
        case .completions: ["zsh"]
        case .codes, .rules, .interfaces, .man, .help, .version: []
        }
    }
}
