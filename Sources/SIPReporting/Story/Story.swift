import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// How a call went, in a sentence or two: `alice called bob; answered after 4.2 s; alice hung up after 31 s`. It tells
/// only what the messages show.
public struct Story {
    let exchange: Exchange
    let timers: TimerValues
    let facts: CallFacts
    /// What the parties are called.
    package let names: CallNames

    /// Makes the story of a call whose messages are kept.
    public init(_ exchange: Exchange, _ timers: TimerValues) {
        self.init(exchange, CallFacts(exchange, timers), timers)
    }

    init(_ exchange: Exchange, _ facts: CallFacts, _ timers: TimerValues) {
        self.exchange = exchange
        self.timers = timers
        self.facts = facts
        let leg = facts.result.transaction.map { exchange.rootLeg(of: exchange.transactions[$0].leg) } ?? 0
        let first = exchange.transactions.first { $0.leg == leg && $0.isInitialInvite } ?? exchange.transactions.first
        let tip = exchange.transactions.last { hop in
            hop.leg == leg && hop.isInitialInvite && hop.viaCount >= (first?.viaCount ?? 0)
        }
        names = CallNames(
            exchange, leg: leg, caller: first.map { exchange.endpoints[Int($0.source)] },
            callee: (tip ?? first).map { exchange.endpoints[Int($0.destination)] })
    }

    /// The story, in the catalog's language.
    public func text(_ catalog: Catalog) -> String {
        let parts = [opening] + redirections + earlierAttempts + ending
        let sentences = ([parts] + transferSentences).map { clauses in catalog.joined(clauses.map { catalog.text($0) })
        }
        return sentences.dropFirst().reduce(sentences.first ?? "") {
            catalog.text(StoryPhrase.sentences, ["a": .text($0), "b": .text($1)])
        }
    }

    private var opening: Phrase {
        Phrase(
            facts.startTime == nil ? StoryPhrase.begunBefore : .called,
            ["caller": names[.caller], "callee": names[.callee]])
    }

    /// The redirects that were followed.
    private var redirections: [Phrase] {
        let followed = exchange.redirects.filter { redirect in
            redirect.follower != nil && isPart(redirect)
        }
        let shown = followed.prefix(Self.redirectsShown).map { redirect in
            let hop = exchange.transactions[exchange.decidingHop(of: redirect.transaction)]
            var values: PhraseValues = [
                "who": .text("\(exchange.endpoints[Int(hop.destination)].address)"),
                "status": .text(status(redirect.status, redirect.message)),
            ]
            values["target"] = redirect.contacts.first.map { .text(CallNames.name($0)) }
            values["host"] = redirect.contacts.first.flatMap(sameUsersHost).map { .text($0) }
            return Phrase(StoryPhrase.redirected, values)
        }
        let rest = followed.count - shown.count
        return shown + (rest > 0 ? [Phrase(StoryPhrase.moreRedirects, ["count": .number(rest)])] : [])
    }

    /// The attempts that failed and were repeated, redirects and challenges aside.
    private var earlierAttempts: [Phrase] {
        guard let index = facts.result.transaction else { return [] }
        let last = exchange.transactions[index]
        let failed = exchange.transactions.filter { earlier in
            earlier.leg == last.leg && earlier.isInitialInvite && earlier.primary == nil && earlier.cseq < last.cseq
                && earlier.finalStatus >= 400 && earlier.finalStatus != 401 && earlier.finalStatus != 407
        }
        guard let latest = failed.last else { return [] }
        return [
            Phrase(
                StoryPhrase.earlierFailure,
                ["count": .number(failed.count), "status": .text(status(latest.finalStatus, latest.final))])
        ]
    }

    private static let redirectsShown = 2

    /// Where a redirect leads to the same user, at which host.
    private func sameUsersHost(_ contact: String) -> String? {
        guard names.isCalled(.callee, CallNames.name(contact)), let at = contact.lastIndex(of: "@") else { return nil }
        return escaped(String(contact[contact.index(after: at)...].prefix { $0 != ";" && $0 != "?" && $0 != ">" }))
    }

    /// Whether a redirect belongs to the attempt that is told.
    func isPart(_ redirect: Redirect) -> Bool {
        guard let index = facts.result.transaction else { return false }
        return exchange.rootLeg(of: exchange.transactions[redirect.transaction].leg)
            == exchange.rootLeg(of: exchange.transactions[index].leg)
    }

    /// `603 Decline`.
    func status(_ status: UInt16, _ message: MessageIndex?) -> String {
        let phrase = exchange.phrase(of: message)
        return phrase.isEmpty ? "\(status)" : "\(status) \(phrase)"
    }
}
