import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// History-Info whose indexes make no tree: an entry without one, the first that is not 1, one that does not follow
    /// the entry before it, or an `mp`, `rc` or `np` that points to no entry (RFC 7044 sections 5 and 10.3).
    ///
    /// Numbers that were left out are legal: another branch of the request may have them.
    static let historyBrokenIndex = Rule("history/broken-index", .warning, when: .init(headers: [.historyInfo])) {
        exchange, _ in
        exchange.offenders { exchange.historyFault($0) }.map { offender in
            let record = exchange.messages[offender.message]
            return Evidence(
                confidence: .proven, messages: [offender.message],
                message: [
                    "message": exchange.messageName(offender.message), "sender": "\(exchange.source(of: record))",
                    "fault": .choice(offender.what.name), "index": .text(offender.what.index),
                    "before": .text(offender.what.before), "times": .number(offender.count, above: 1),
                ])
        }
    }

    /// Diversion and History-Info that tell of different diversions (RFC 7544 section 3.1): nobody who diverted the
    /// call according to the one is found in the other.
    ///
    /// Where privacy hides an address nothing can be compared.
    static let historyDiversionConflict = Rule(
        "history/diversion-conflict", .warning, when: .init(headers: [.diversion])
    ) { exchange, _ in
        exchange.firstHops.lazy.compactMap { index -> Evidence? in
            let request = exchange.transactions[index]
            guard let conflict = exchange.conflict(in: request.request) else { return nil }
            return Evidence(
                confidence: .likely, messages: [request.request],
                message: [
                    "method": .text(request.method.name), "client": .text(exchange.client(of: request)),
                    "diverter": .text(escaped(conflict)),
                ])
        }.prefix(1).map { $0 }
    }
}

/// What is wrong with the indexes of History-Info.
private struct HistoryFault: Hashable {
    /// Which of the cases of the rule's text it is.
    let name: String
    /// The index that it is about.
    var index = ""
    /// The index before that.
    var before = ""
}

extension Exchange {
    /// The entries of History-Info; nil where there is none, or it is not kept whole.
    fileprivate func history(of message: MessageIndex) -> [HistoryInfo]? {
        guard has(.historyInfo, message), let record = record(message), isWhole(record) else { return nil }
        let values = values(of: .historyInfo, in: message)
        guard values.allSatisfy({ $0.count < TrackingLimits().detailBytes }) else { return nil }
        let entries = values.flatMap { HistoryInfo.list(text.span, $0) }
        return entries.isEmpty ? nil : entries
    }

    /// What is wrong with the indexes of a message's History-Info, as one of the cases of the rule's text.
    fileprivate func historyFault(_ message: MessageIndex) -> HistoryFault? {
        guard let entries = history(of: message) else { return nil }
        let indexes = entries.compactMap(\.index)
        guard indexes.count == entries.count else { return HistoryFault(name: "missing") }
        guard indexes.first == [1] else { return HistoryFault(name: "first", index: Self.text(indexes.first ?? [])) }
        for (index, next) in zip(indexes, indexes.dropFirst()) where !index.lexicographicallyPrecedes(next) {
            return HistoryFault(name: "order", index: Self.text(next), before: Self.text(index))
        }
        let known = Set(indexes.map(Self.text))
        let dangling = entries.compactMap(\.source).first { !$0.isEmpty && !known.contains($0) }
        return dangling.map { HistoryFault(name: "dangling", index: escaped($0)) }
    }

    private static func text(_ index: [UInt32]) -> String {
        index.map(String.init).joined(separator: ".")
    }

    /// The diverting user in Diversion, when History-Info knows nothing of any such user.
    fileprivate func conflict(in message: MessageIndex?) -> String? {
        guard let message, let entries = history(of: message), isKeptWhole(.diversion, in: message) else { return nil }
        let diversions = values(of: .diversion, in: message).flatMap { Diversion.list(text.span, $0) }
        let diverters = diversions.compactMap(\.address.uri.user).map(Self.comparable)
        let places = entries.compactMap(\.target.user).map(Self.comparable)
        let isHidden =
            entries.contains { $0.privacy != nil } || diversions.contains { $0.privacy.map { $0 != "off" } ?? false }
            || (diverters + places).contains { $0.isEmpty || $0 == "anonymous" }
        guard !isHidden, places.count == entries.count, diverters.count == diversions.count,
            let first = diversions.first,
            !diverters.contains(where: { diverter in places.contains { Self.mayBeSame($0, diverter) } })
        else { return nil }
        return first.address.uri.text
    }

    private static func comparable(_ user: String) -> String {
        String(user.prefix { $0 != ";" }.lowercased().filter { !"+-.()".contains($0) })
    }

    /// Whether two users may be the same, one written without the codes of country or area.
    private static func mayBeSame(_ first: String, _ second: String) -> Bool {
        first == second || first.hasSuffix(second.drop { $0 == "0" }) || second.hasSuffix(first.drop { $0 == "0" })
    }
}
