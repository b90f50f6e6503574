/// A side of a dialog, by who sent the INVITE that made it.
public enum DialogSide: String, Sendable {
    case caller, callee

    /// The one at the other end.
    public var other: DialogSide { self == .caller ? .callee : .caller }
}
