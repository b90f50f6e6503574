/// The calls under way, by what an INVITE of another leg may share with one.
struct RelationTable: Sendable {
    /// A call, by its slot and id: an id that has changed means that the call is over.
    struct Entry: Sendable {
        let slot: Int
        let exchange: Int
    }

    private var entries: [UInt64: Entry] = [:]
    /// How many entries there may be before those of calls that are over are removed.
    private var limit = Self.smallestLimit
    private static let smallestLimit = 4_096

    /// The call under a key; it may be over.
    subscript(key: UInt64) -> Entry? { entries[key] }

    /// Adds a call under a key, in the place of an earlier one; `isOpen` says which calls are not over.
    mutating func insert(_ entry: Entry, under key: UInt64, isOpen: (Entry) -> Bool) {
        if entries.count >= limit {
            entries = entries.filter { isOpen($0.value) }
            limit = max(Self.smallestLimit, entries.count * 2)
        }
        entries[key] = entry
    }
}
