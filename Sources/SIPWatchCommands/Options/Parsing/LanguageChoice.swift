import Foundation
import SIPCatalog
import TraceTypes

/// The language that a command line and its environment ask for.
struct LanguageChoice {
    /// The language to speak.
    let language: CatalogLanguage
    /// What to tell whoever asked for a language that is not there; nil where nobody did.
    let notice: String?

    /// `asked` is the value of `--lang`; without one the locale's variables count, in the order of POSIX. A locale without
    /// a catalog means English, and nothing is said of it: nobody asked this program for it.
    init(asked: String?, environment: [String: String]) {
        guard let asked else {
            let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
            language = locale.flatMap(CatalogLanguage.init(named:)) ?? .english
            notice = nil
            return
        }
        let known = CatalogLanguage(named: asked)
        language = known ?? .english
        notice =
            known == nil
            ? "there is no catalog in \(quoted(asked)), so this is in English; there are "
                + listed(CatalogLanguage.allCases.map(\.tag), "and")
            : nil
    }
}

extension Catalog {
    /// The catalog in the language that a command line asks for; says on standard error where that is not there.
    static func asked(by invocation: Invocation) -> Catalog {
        let choice = LanguageChoice(
            asked: invocation.options.language, environment: ProcessInfo.processInfo.environment)
        if let notice = choice.notice { Console.complain(notice) }
        return choice.language == .english ? .english : .embedded(choice.language)
    }
}
