extension Catalog {
    /// Two codes side by side. Throws where one of the numbers is no status code.
    public func compare(_ first: Int, _ second: Int) throws(CatalogLookupError) -> Comparison {
        try compare(entry(for: first), entry(for: second))
    }

    /// Two entries side by side, of which either may be a profile. Throws where one is of no status code.
    public func compare(_ first: CatalogEntry, _ second: CatalogEntry) throws(CatalogLookupError) -> Comparison {
        for entry in [first, second] where entry.responseClass == nil {
            throw .notAStatusCode(entry.code)
        }
        let isPlain = first.status != .profile && second.status != .profile
        let note = isPlain ? pairNotes[CodePair(first.code, second.code)] : nil
        return ComparisonMaker(first: first, second: second, words: words).comparison(note: note)
    }
}
