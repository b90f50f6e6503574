import TraceTypes

/// The addresses-of-record that REGISTER requests were seen for, by their hashes. Of too many, those that nothing was
/// said of for the longest time are forgotten.
struct RegistrationTable: Sendable {
    private var entries: [UInt64: Registration] = [:]
    private let limit: Int

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }

    /// The address-of-record under a key.
    subscript(key: UInt64) -> Registration? { entries[key] }

    /// Changes the address-of-record under a key, which is a new one where there is none.
    mutating func update<Result>(_ key: UInt64, _ change: (inout Registration) -> Result) -> Result {
        if entries.count >= limit, entries[key] == nil { forgetOlderHalf() }
        return change(&entries[key, default: Registration()])
    }

    /// Forgets all: something passed of which it is not known which address-of-record it was about.
    mutating func removeAll() {
        entries = [:]
    }

    private mutating func forgetOlderHalf() {
        let times = entries.values.map(\.lastTime).sorted()
        let middle = times[times.count / 2]
        entries = entries.filter { $0.value.lastTime > middle }
    }
}
