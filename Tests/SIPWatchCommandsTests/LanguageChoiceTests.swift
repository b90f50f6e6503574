import SIPCatalog
import Testing

@testable import SIPWatchCommands

@Suite("The language asked for")
struct LanguageChoiceTests {
    @Test(
        "The option counts, else the locale in the order of POSIX",
        arguments: [
            (nil, [:], "en"), (nil, ["LANG": "fr_FR.UTF-8"], "fr"), (nil, ["LANG": "C.UTF-8"], "en"),
            (nil, ["LC_MESSAGES": "vi_VN", "LANG": "fr_FR"], "vi"),
            (nil, ["LC_ALL": "fr", "LC_MESSAGES": "vi_VN"], "fr"),
            (nil, ["LC_ALL": "", "LC_MESSAGES": "vi_VN"], "vi"), (nil, ["LC_ALL": "POSIX", "LANG": "fr"], "en"),
            ("vi", ["LC_ALL": "fr"], "vi"), ("fr-CA", [:], "fr"), ("FR", [:], "fr"), ("en-GB", ["LANG": "fr"], "en"),
            (nil, ["LANG": "de_DE.UTF-8"], "en"),
        ] as [(String?, [String: String], String)])
    func order(asked: String?, environment: [String: String], tag: String) {
        let choice = LanguageChoice(asked: asked, environment: environment)
        #expect(choice.language.tag == tag)
        #expect(choice.notice == nil)
    }

    @Test("A language that is not there is English, and says so", arguments: ["de", "français", "../en", "e", "frx"])
    func missing(asked: String) throws {
        let choice = LanguageChoice(asked: asked, environment: ["LANG": "fr"])
        #expect(choice.language == .english)
        #expect(try #require(choice.notice).contains("in English; there are en"))
    }
}
