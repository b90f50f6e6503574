/// Data frames of IEEE 802.11.
enum WiFiLayer {
    private static let isToSystem: UInt8 = 0x01
    private static let isFromSystem: UInt8 = 0x02
    private static let isProtected: UInt8 = 0x40
    /// In a frame with quality of service: a field for high throughput follows.
    private static let isOrdered: UInt8 = 0x80

    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        read(bytes, &cursor, isPadded: false)
    }

    /// Access points of some makers send the first two bytes to the controller in the other order.
    static func readSwapped(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(2) else { return .undecoded(.shortLinkHeader) }
        let isData = bytes[cursor.offset] & 0x0f == 0x08
        let isSwappedData = bytes[cursor.offset + 1] & 0x0f == 0x08
        return read(bytes, &cursor, isPadded: false, isSwapped: isSwappedData && !isData)
    }

    /// Some drivers pad the header to a multiple of four bytes.
    static func read(
        _ bytes: Span<UInt8>, _ cursor: inout LayerCursor, isPadded: Bool, isSwapped: Bool = false
    ) -> LayerStep {
        let start = cursor.offset
        guard cursor.has(2) else { return .undecoded(.shortLinkHeader) }
        let kind = bytes[start + (isSwapped ? 1 : 0)]
        let flags = bytes[start + (isSwapped ? 0 : 1)]
        guard kind & 0x03 == 0 else { return .undecoded(.malformedLinkHeader) }
        // Anything but data, and data frames that carry none.
        guard kind & 0x0c == 0x08, kind & 0x40 == 0 else { return .other(.wifiManagement) }
        guard flags & isProtected == 0 else { return .other(.encryptedWiFi) }
        let hasQuality = kind & 0x80 != 0
        var length = 24
        if flags & (isToSystem | isFromSystem) == isToSystem | isFromSystem { length += 6 }
        let quality = start + length
        if hasQuality { length += flags & isOrdered != 0 ? 6 : 2 }
        if isPadded { length = (length + 3) & ~3 }
        guard cursor.has(length) else { return .undecoded(.shortLinkHeader) }
        // The first part of a frame that the radio cut has the headers; the others cannot be read alone.
        guard bytes[start + 22] & 0x0f == 0 else { return .other(.wifiFragment) }
        guard !hasQuality || bytes[quality] & 0x80 == 0 else { return .other(.wifiAggregate) }
        cursor.offset += length
        return .next(LLCLayer.read)
    }
}
