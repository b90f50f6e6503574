/// A closed set of reasons that are counted under stable names.
package protocol NamedReason: CaseIterable, RawRepresentable, Sendable where RawValue == UInt8 {
    /// The name in reports: lower case, words joined by hyphens, never changed.
    var name: String { get }
}
