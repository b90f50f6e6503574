/// One direction of one TCP connection. Counted from 0 in order of appearance and never used twice.
package struct StreamID: RawRepresentable, Hashable, Sendable {
    /// The count, from 0.
    package var rawValue: Int

    /// Makes an ID from its count.
    package init(rawValue: Int) {
        self.rawValue = rawValue
    }
}
