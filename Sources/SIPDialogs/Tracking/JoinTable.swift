import SIPParsing
import TraceTypes

/// The referrals and redirects that an INVITE under a new Call-ID may turn out to follow.
struct JoinTable: Sendable {
    /// What an exchange waits for.
    enum Part: Sendable, Hashable {
        case transfer(Int)
        case redirect(Int)
    }

    /// A part of an exchange, by the exchange's slot and id.
    struct Entry: Sendable {
        let slot: Int
        let exchange: Int
        let part: Part
        let since: Timestamp
    }

    /// Entries under one key: as many as parallel transfers to one target can be told apart; older ones give way.
    private static let entriesPerKey = 256
    private var entries: [UInt64: [Entry]] = [:]
    /// The keys under which an exchange has entries.
    private var keys: [Int: Set<UInt64>] = [:]

    var isEmpty: Bool { entries.isEmpty }

    mutating func insert(_ entry: Entry, under newKeys: some Sequence<UInt64>) {
        for key in newKeys where key != 0 {
            keys[entry.exchange, default: []].insert(key)
            entries[key, default: []].append(entry)
            if let count = entries[key]?.count, count > Self.entriesPerKey { entries[key]?.removeFirst() }
        }
    }

    /// What waits for this key, the latest first.
    func waiting(for key: UInt64) -> [Entry] {
        key == 0 ? [] : entries[key]?.reversed() ?? []
    }

    /// Removes all that an exchange, by its id, waits for.
    mutating func remove(_ exchange: Int) {
        for key in keys.removeValue(forKey: exchange) ?? [] {
            entries[key]?.removeAll { $0.exchange == exchange }
            if entries[key]?.isEmpty == true { entries[key] = nil }
        }
    }
}
