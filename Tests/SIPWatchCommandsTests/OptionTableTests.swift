import SIPCatalog
import SIPChecking
import Testing

@testable import SIPWatchCommands

@Suite struct OptionTableTests {
    @Test func everyNameHasItsOption() {
        #expect(OptionTable.all.map(\.name).sorted(by: order) == OptionName.allCases.sorted(by: order))
        #expect(CommandTable.all.map(\.name) == CommandName.allCases)
    }

    @Test func noTwoOptionsShareASpelling() {
        let forms = OptionTable.all.flatMap(\.spellings).map(\.form)
        #expect(Set(forms).count == forms.count)
    }

    @Test(arguments: OptionTable.all)
    func anEntryIsComplete(_ option: Option) {
        #expect(!option.commands.isEmpty)
        #expect(option.isFlag == (option.placeholder == nil))
        #expect(!option.summary.isEmpty && !option.summary.hasSuffix("."))
        #expect(option.details.isEmpty || option.details.hasSuffix("."))
        for command in option.commands {
            if case .choice = option.kind { #expect(!option.choices(for: command).isEmpty) }
        }
    }

    @Test(arguments: OptionTable.all)
    func aDefaultIsAmongTheAcceptedValues(_ option: Option) {
        for command in option.commands {
            switch option.defaultValue {
            case .text(let text): #expect(option.value(of: text, for: command) == option.defaultValue)
            case .choice(let word): #expect(option.value(of: word, for: command) == option.defaultValue)
            case .integer(let number): #expect(option.value(of: "\(number)", for: command) == option.defaultValue)
            case .flag(let isOn): #expect(!isOn)
            case .all, .duration, nil:
                #expect(option.kind.isUnlimitedWhenAbsent || option.isFlag || option.takesOtherWords)
            }
        }
    }

    @Test func everyImpliedValueIsAccepted() throws {
        let implying = OptionTable.all.flatMap { option in
            option.spellings.compactMap { spelling in spelling.impliedValue.map { (option, $0) } }
        }
        #expect(!implying.isEmpty)
        for (option, value) in implying {
            for command in option.commands { #expect(option.value(of: value, for: command) != nil) }
        }
    }

    @Test(arguments: [
        (
            OptionName.format,
            OutputFormat.allCases.map(\.rawValue)
                + CheckFormat.allCases.map(\.rawValue).filter { OutputFormat(rawValue: $0) == nil }
        ),
        (.color, ColorMode.allCases.map(\.rawValue)),
        (.language, CatalogLanguage.allCases.map(\.tag)),
        (.failOn, FailureThreshold.allCases.map(\.rawValue)),
        (.profile, TimerProfile.allCases.map(\.rawValue)),
    ])
    func choicesAreTheCasesOfTheirType(_ name: OptionName, _ words: [String]) throws {
        guard case .choice(let choices) = try #require(OptionTable.option(name)).kind else {
            Issue.record("\(name) is no choice")
            return
        }
        #expect(choices.map(\.word) == words)
    }

    @Test(arguments: [
        (CommandName.analyze, ["text", "json", "jsonl"]),
        (.check, ["text", "json", "jsonl", "markdown", "junit", "sarif", "github", "gitlab", "tap"]),
        (.watch, ["text", "jsonl"]), (.explain, ["text", "json", "markdown", "html"]),
        (.compare, ["text", "json", "markdown", "html"]), (.codes, ["text", "json", "markdown", "html"]),
        (.rules, ["text", "json", "markdown", "html"]), (.interfaces, ["text", "json"]),
    ])
    func aCommandWritesItsFormats(_ command: CommandName, _ formats: [String]) throws {
        #expect(try #require(OptionTable.option(.format)).choices(for: command).map(\.word) == formats)
    }

    private func order(_ left: OptionName, _ right: OptionName) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension ValueKind {
    /// Whether the absence of the option means that nothing is limited or selected.
    fileprivate var isUnlimitedWhenAbsent: Bool {
        switch self {
        case .text, .device, .path, .integer, .size, .duration: true
        case .flag, .choice: false
        }
    }
}
