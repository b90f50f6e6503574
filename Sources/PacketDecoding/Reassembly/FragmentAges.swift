/// The order in which datagrams were begun, so that the oldest is found without a search.
///
/// Entries of datagrams that are gone are passed over, or taken out together once they are the greater part.
struct FragmentAges {
    private typealias Entry = (key: FragmentKey, serial: UInt64)

    private let limit: Int
    private var entries: [Entry] = []
    private var head = 0
    private var lastSerial: UInt64 = 0

    /// Keeps the order of up to so many datagrams in the making.
    init(limit: Int) {
        self.limit = max(limit, 1)
    }

    /// Notes a datagram that is begun, and returns what tells it from another one with the same key.
    mutating func add(_ key: FragmentKey) -> UInt64 {
        lastSerial &+= 1
        entries.append((key, lastSerial))
        return lastSerial
    }

    /// The datagram that was begun first of those that are still in the making.
    mutating func oldest(_ isInTheMaking: (FragmentKey, UInt64) -> Bool) -> FragmentKey? {
        if entries.count > 4 * limit {
            entries = entries[head...].filter { isInTheMaking($0.key, $0.serial) }
            head = 0
        }
        while head < entries.count {
            let entry = entries[head]
            if isInTheMaking(entry.key, entry.serial) { return entry.key }
            head += 1
        }
        entries.removeAll(keepingCapacity: true)
        head = 0
        return nil
    }
}
