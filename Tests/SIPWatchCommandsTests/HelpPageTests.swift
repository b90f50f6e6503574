import Testing

@testable import SIPWatchCommands

@Suite struct HelpPageTests {
    @Test func theGeneralHelpIsAsRecorded() throws {
        try expectSnapshot(HelpPage.general(), "help.txt")
    }

    @Test(arguments: CommandTable.all)
    func aCommandsHelpIsAsRecorded(_ command: Command) throws {
        try expectSnapshot(HelpPage.page(for: command), "help-\(command.name.rawValue).txt")
    }

    @Test func noLineIsTooLong() {
        for page in [HelpPage.general()] + CommandTable.all.map(HelpPage.page) {
            for line in page.split(separator: "\n") {
                #expect(line.count <= HelpPage.width, "\(line)")
                #expect(line.last != " ")
            }
        }
    }

    @Test func everyOptionIsListedWhereItIsAccepted() throws {
        for option in OptionTable.all {
            #expect(HelpPage.general().contains(option.term))
            for command in CommandTable.all {
                let isListed = HelpPage.page(for: command).contains("\n  \(option.term)")
                #expect(isListed == option.commands.contains(command.name), "\(option.name) \(command.name)")
            }
        }
    }

    @Test func hiddenSpellingsAreNotListed() {
        let hidden = OptionTable.all.flatMap(\.aliases).map(\.text).filter { $0.hasPrefix("--") }
        #expect(!hidden.isEmpty)
        // '--colour' and the like are no part of what is listed, but for those that begin a visible name.
        for spelling in hidden { #expect(!HelpPage.general().contains("\(spelling) ")) }
    }

    @Test(arguments: [
        ("", 10, []), ("one", 2, ["one"]), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
        ("a bb ccc", 4, ["a bb", "ccc"]), ("a overlong b", 5, ["a", "overlong", "b"]),
    ])
    func textIsWrapped(_ text: String, _ width: Int, _ lines: [String]) {
        #expect(wrapped(text, width: width) == lines)
    }

    @Test(arguments: [
        ("-a", "one two", ["  -a   one", "       two"]), ("-abc", "one", ["  -abc", "       one"]),
        ("-a", "", ["  -a"]),
    ])
    func aTermStandsBesideItsText(_ term: String, _ text: String, _ lines: [String]) {
        #expect(definition(term, text, indent: 2, column: 7, width: 11) == lines)
    }
}
