import SIPParsing

/// Hashes by which URIs find each other: of user and host alone, so that a proxy's port or parameters do not hide that
/// two requests go to the same address. Hosts are the same in any case, users are not (RFC 3261 section 19.1.4). A hit
/// is checked against more evidence before anything is joined.
enum URIKey {
    /// The first URI in `range`, without display name, angle brackets, and header field parameters.
    static func uri(_ bytes: Span<UInt8>, _ range: ByteRange) -> ByteRange {
        let start = range.range.lowerBound
        let end = range.range.upperBound
        guard end <= bytes.count else { return .empty }
        if let bracket = bytes.openingBracket(in: start..<end).offset {
            return ByteRange(bytes.trimmed((bracket + 1)..<(bytes.first(62, in: (bracket + 1)..<end) ?? end)))
        }
        let host = bytes.first(64, in: start..<end) ?? start
        return ByteRange(bytes.trimmed(start..<(bytes.first(59, in: host..<end) ?? end)))
    }

    /// The key of the first URI in `range`, with or without a display name and angle brackets; 0 where there is none.
    static func make(_ bytes: Span<UInt8>, _ range: ByteRange, seed: UInt64) -> UInt64 {
        let uri = uri(bytes, range).range
        let start = bytes.first(58, in: uri).map { $0 + 1 } ?? uri.lowerBound
        let at = bytes.first(64, in: start..<uri.upperBound)
        let host = at.map { $0 + 1 } ?? start
        var end = bytes.first(59, in: host..<uri.upperBound) ?? uri.upperBound
        end = bytes.first(63, in: host..<end) ?? end
        if let port = bytes.last(58, in: host..<end), (bytes.last(93, in: host..<end) ?? -1) < port { end = port }
        guard end > start else { return 0 }
        let userEnd = bytes.first(59, in: start..<(at ?? start)) ?? at ?? start
        var key = at == nil ? seed : bytes.hash(of: ByteRange(start..<userEnd), seed: seed)
        for offset in host..<end {
            let byte = bytes[offset]
            key = (key ^ UInt64(65...90 ~= byte ? byte | 32 : byte)) &* 0x0000_0100_0000_01B3
        }
        return key == 0 ? 1 : key
    }

    /// The key of the user part of the first URI in `range`; 0 where there is none.
    static func user(_ bytes: Span<UInt8>, _ range: ByteRange, seed: UInt64) -> UInt64 {
        let uri = uri(bytes, range).range
        let start = bytes.first(58, in: uri).map { $0 + 1 } ?? uri.lowerBound
        guard let at = bytes.first(64, in: start..<uri.upperBound) else { return 0 }
        let end = bytes.first(59, in: start..<at) ?? at
        return end > start ? bytes.hash(of: ByteRange(start..<end), seed: seed) | 1 : 0
    }

    /// The key of the user part of a URI's text; 0 where there is none.
    static func user(_ text: String, seed: UInt64) -> UInt64 {
        let bytes = Array(text.utf8)
        return user(bytes.span, ByteRange(0..<bytes.count), seed: seed)
    }

    /// The key of a URI's text.
    static func make(_ text: String, seed: UInt64) -> UInt64 {
        let bytes = Array(text.utf8)
        return make(bytes.span, ByteRange(0..<bytes.count), seed: seed)
    }
}
