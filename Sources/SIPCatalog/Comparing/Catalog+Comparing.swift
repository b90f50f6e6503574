extension Catalog {
    /// Two codes side by side. Throws where one of the numbers is no status code.
    public func compare(_ first: Int, _ second: Int) throws(CatalogLookupError) -> Comparison {
        compare(try checkedEntry(for: first), try checkedEntry(for: second))
    }

    /// Two entries side by side.
    public func compare(_ first: CatalogEntry, _ second: CatalogEntry) -> Comparison {
        let maker = ComparisonMaker(first: first, second: second, words: words)
        let note =
            first.status == .profile || second.status == .profile
            ? nil : pairNotes[CodePair(first.code, second.code)]
        return maker.comparison(note: note)
    }
}
