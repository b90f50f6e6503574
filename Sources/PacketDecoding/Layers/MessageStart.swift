/// How the first byte of a SIP message may look.
enum MessageStart {
    /// Whether the payload at the cursor may be SIP: a visible character, or a line end in front of the start line
    /// (RFC 3261 section 7.5).
    static func isPlausible(_ bytes: Span<UInt8>, _ cursor: LayerCursor) -> Bool {
        guard cursor.has(1) else { return false }
        let first = bytes[cursor.offset]
        return first > 0x20 && first < 0x7f || first == 0x0d || first == 0x0a
    }
}
