/// Header field values that are words for people: Subject and Organization (RFC 3261 sections 20.36 and 20.25).
public enum HeaderText {
    /// The text, each line fold read as one space; it may be empty. Nil when the value lies outside of the bytes.
    public static func parse(_ bytes: Span<UInt8>, _ value: ByteRange) -> String? {
        bytes.trimmedBounds(value).map { bytes.unfoldedText($0) }
    }
}
