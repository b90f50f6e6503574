import SIPCatalog
import Testing

@Suite("Content of the catalog")
struct CatalogContentTests {
    /// Codes that are met in the field, and that no registry has.
    static let unregistered = [409, 411, 477, 478, 479, 490, 687]
    /// All known codes, one unknown code of each class and a number that is no code.
    static let everything = Catalog.english.codes.map(\.code) + [150, 299, 399, 499, 599, 699, 42]

    @Test("The codes that no registry has are told apart, and so is the one that is deprecated")
    func status() {
        let codes = Catalog.english.codes
        #expect(codes.filter { $0.status == .unregistered }.map(\.code) == Self.unregistered)
        #expect(codes.filter { $0.status == .deprecated }.map(\.code) == [202])
    }

    @Test("Every part of an entry is there and well written", arguments: everything)
    func entry(code: Int) {
        let entry = Catalog.english.entry(for: code)
        #expect(!entry.phrase.isEmpty)
        for clause in [
            entry.says, entry.occasion, entry.choice, entry.actor, entry.decider, entry.scope, entry.retry, entry.hears,
            entry.carries,
        ] {
            #expect(Prose.clauseFaults(clause) == [], "\(entry.code): \(clause)")
        }
        for sentences in [[entry.meaning], entry.causes, entry.checks, entry.fix] {
            #expect(!sentences.isEmpty)
            for text in sentences { #expect(Prose.faults(text) == [], "\(entry.code): \(text)") }
        }
        #expect(Prose.shortFaults(entry.short) == [], "\(entry.code): \(entry.short)")
        #expect(!entry.references.isEmpty)
    }

    @Test("A predicate begins with a verb, a clause on the occasion repeats no conjunction", arguments: everything)
    func forms(code: Int) {
        let entry = Catalog.english.entry(for: code)
        let verbs = ["holds", "carries", "may"]
        #expect(verbs.contains(String(entry.scope.prefix { $0 != " " })), "\(entry.scope)")
        #expect(verbs.contains(String(entry.carries.prefix { $0 != " " })), "\(entry.carries)")
        for text in [entry.occasion, entry.choice] {
            #expect(!["when", "after", "if", "that"].contains(String(text.prefix { $0 != " " })), "\(text)")
        }
        #expect(!entry.says.hasPrefix("that "))
    }

    @Test("Every situation is well written, also where a call shows nothing of its own")
    func situations() {
        let known = Catalog.english.codes.flatMap { Catalog.english.situations(of: $0.code) }
        #expect(known.count > 80)
        for situation in known {
            #expect(Prose.shortFaults(situation.short) == [], "\(situation.short)")
            let sentences = [Catalog.english.text(situation.explanation)] + Catalog.english.fix(of: situation)
            for text in sentences { #expect(Prose.faults(text) == [], "\(text)") }
            #expect(!situation.fix.isEmpty && !situation.references.isEmpty)
        }
    }

    @Test("Every rule with a fixed name has its topic")
    func topics() {
        let rules = [
            "auth/loop", "blocked/no-redress", "expiry/needless-423", "invite/missing-ack", "invite/no-response",
            "offer/early-answer-differs", "offer/media-mismatch", "offer/no-answer", "publish/incomplete-response",
            "publish/old-etag", "redirect/loop", "redirect/not-followed", "replaces/misplaced",
            "replaces/old-dialog-kept", "replaces/tags-swapped", "retry/after-forbidden",
            "retry/after-global-failure", "subscription/bad-expires", "subscription/deprecated-202",
            "subscription/event-mismatch", "subscription/incomplete-notify", "subscription/lost-state",
            "subscription/missing-state-expires", "subscription/no-final-notify", "subscription/no-notify",
            "subscription/repeated-after-end", "subscription/unsolicited-notify",
            "transfer/bad-explicit-subscription", "transfer/bad-sipfrag", "transfer/deprecated-202",
            "transfer/failed", "transfer/hung-up-early", "transfer/incomplete-notify", "transfer/missing-replaces",
            "transfer/never-terminated", "transfer/no-final-notify", "transfer/no-notify",
            "transfer/notify-after-end", "transfer/notify-refused", "transfer/refer-to-count",
            "transfer/refreshed-by-refer", "transfer/refused", "transfer/result-conflict", "transfer/unwanted-notify",
            "transfer/wrong-event-id", "transfer/wrong-termination-reason",
        ]
        #expect(Set(Catalog.english.topics.map(\.rule)).isSuperset(of: rules))
        for topic in Catalog.english.topics {
            #expect(Prose.shortFaults(topic.title, limit: 100) == [], "\(topic.title)")
            for sentences in [[topic.explanation], topic.causes, topic.confirm, topic.fix] {
                #expect(!sentences.isEmpty)
                for text in sentences { #expect(Prose.faults(text) == [], "\(topic.rule): \(text)") }
            }
            #expect(!topic.references.isEmpty)
        }
    }
}
