/// Puts the texts of two entries into the sentences of a comparison.
struct ComparisonMaker {
    let first: CatalogEntry
    let second: CatalogEntry
    let words: WordingTable

    private var isSame: Bool { first.label == second.label }

    /// The whole comparison, with the note that the catalog has on this pair.
    func comparison(note: String?) -> Comparison {
        Comparison(
            title: words.fill(.compareTitle, names),
            summary: summary,
            parts: isSame ? [part(first)] : [part(first), part(second)],
            differences: isSame ? [] : differences,
            choice: isSame ? [choice(first)] : [choice(first), choice(second)],
            together: isSame ? [] : (note.map { [$0] } ?? []) + meetings)
    }

    private var names: [String: String] { ["a": first.name, "b": second.name] }

    private var summary: String {
        if isSame { return join([words.fill(.compareSelf, names), frame(.compareSaysFirst, first.says, first.says)]) }
        let classes = classValues
        if first.responseClass == second.responseClass {
            return join([words.fill(.sameClass, classes)] + saysSentences)
        }
        return join([frame(.compareFirst, first.says, "", classes), frame(.compareSecond, "", second.says, classes)])
    }

    private var saysSentences: [String] {
        if first.says == second.says { return [frame(.sameSays, first.says, first.says)] }
        return [
            frame(.compareSaysFirst, first.says, second.says), frame(.compareSaysSecond, first.says, second.says),
        ]
    }

    private var classValues: [String: String] {
        names.merging([
            "aclass": first.responseClass?.pattern ?? "", "bclass": second.responseClass?.pattern ?? "",
            "aclassname": words[Wording(first.responseClass)], "bclassname": words[Wording(second.responseClass)],
        ]) { $1 }
    }

    private func part(_ entry: CatalogEntry) -> Comparison.Part {
        Comparison.Part(
            name: entry.name, code: entry.code, description: entry.meaning,
            occasion: words.fill(.entryOccasion, ["x": entry.occasion]), fix: entry.fix)
    }

    /// When to send a code, and what to do on receiving it.
    func choice(_ entry: CatalogEntry) -> String {
        let isDefined = entry.status != .unregistered && entry.status != .unknown
        return words.fill(
            isDefined ? .chooseRegistered : .chooseUnregistered,
            ["a": entry.name, "x": entry.choice, "retry": entry.retry])
    }

    private var differences: [Comparison.Difference] {
        let sameClass = first.responseClass == second.responseClass
        return [
            Comparison.Difference(
                label: words[.labelClass], text: words.fill(sameClass ? .sameClass : .differenceClass, classValues),
                isShared: sameClass),
            difference(.labelSays, .differenceSays, .sameSays, \.says),
            difference(.labelOccasion, .differenceOccasion, .sameOccasion, \.occasion),
            difference(.labelDecider, .differenceWith, .sameWith, \.decider),
            difference(.labelScope, .differencePredicate, .samePredicate, \.scope),
            difference(.labelRetry, .differenceAfter, .sameAfter, \.retry),
            difference(.labelEnds, .differenceAfter, .sameAfter) { words[Wording($0.ends)] },
            difference(.labelHears, .differenceWith, .sameWith, \.hears),
            difference(.labelCarries, .differencePredicate, .samePredicate, \.carries),
        ]
    }

    private func difference(
        _ label: Wording, _ different: Wording, _ same: Wording, _ text: (CatalogEntry) -> String
    ) -> Comparison.Difference {
        let isShared = text(first) == text(second)
        return Comparison.Difference(
            label: words[label], text: frame(isShared ? same : different, text(first), text(second)),
            isShared: isShared)
    }

    /// How one trace can show both, from the methods they answer.
    private var meetings: [String] {
        [transfer, relation].compactMap { $0 }
    }

    private var transfer: String? {
        guard let accepted = [first, second].first(where: Self.acceptsReferral),
            let ending = [first, second].first(where: Self.endsReferredCall)
        else { return nil }
        return words.fill(.togetherTransfer, ["a": accepted.name, "b": ending.name])
    }

    private static func acceptsReferral(_ entry: CatalogEntry) -> Bool {
        entry.responseClass == .success && !entry.isFallback && entry.answers("REFER")
    }

    private static func endsReferredCall(_ entry: CatalogEntry) -> Bool {
        (entry.responseClass?.rawValue ?? 0) > ResponseClass.success.rawValue && entry.answers("INVITE")
    }

    private var relation: String {
        let shared = Self.shared(first.methods, second.methods)
        let methods = [
            "methods": words.methods(shared ?? []), "amethods": words.methods(first.methods),
            "bmethods": words.methods(second.methods),
        ]
        guard shared != nil else { return words.fill(.togetherDisjoint, names.merging(methods) { $1 }) }
        switch (first.responseClass == .provisional, second.responseClass == .provisional) {
        case (true, true): return words.fill(.togetherProvisionals, names.merging(methods) { $1 })
        case (false, false): return words.fill(.togetherShared, names.merging(methods) { $1 })
        case (true, false):
            return words.fill(.togetherProvisional, methods.merging(["a": first.name, "b": second.name]) { $1 })
        case (false, true):
            return words.fill(.togetherProvisional, methods.merging(["a": second.name, "b": first.name]) { $1 })
        }
    }

    /// The methods in both lists, where an empty list stands for any; nil where there is none.
    private static func shared(_ first: [String], _ second: [String]) -> [String]? {
        if first.isEmpty { return second }
        if second.isEmpty { return first }
        let both = first.filter(second.contains)
        return both.isEmpty ? nil : both
    }

    private func frame(_ wording: Wording, _ x: String, _ y: String, _ more: [String: String] = [:]) -> String {
        words.fill(wording, names.merging(["x": x, "y": y]) { $1 }.merging(more) { $1 })
    }

    private func join(_ sentences: [String]) -> String { sentences.joined(separator: " ") }
}
