/// One header field of a message: its known name, and where its name and value stand.
public struct HeaderField: Sendable {
    /// The name, when it is a known one.
    public var name: HeaderName
    /// The name as received.
    public var nameRange: ByteRange
    /// The value without the white space around it; a folded value still holds its line ends.
    public var value: ByteRange

    /// Makes a field from its parts.
    package init(name: HeaderName, nameRange: ByteRange, value: ByteRange) {
        self.name = name
        self.nameRange = nameRange
        self.value = value
    }
}
