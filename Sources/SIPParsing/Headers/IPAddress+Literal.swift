import TraceTypes

extension IPAddress {
    /// Reads an address as a host has it (RFC 3261 section 25.1 as corrected by RFC 5954 section 4.1): dotted decimal,
    /// or IPv6 in brackets, IPv4 at its end allowed. Nil for names, zones and anything else.
    ///
    /// A third colon in front of an IPv4 tail is read past (RFC 5118 section 4.10).
    package init?(host text: String) {
        let bytes = Array(text.utf8.prefix(Self.longestLiteral + 1))
        guard let first = bytes.first, bytes.count <= Self.longestLiteral else { return nil }
        guard first == ASCII.openingBracket else {
            guard let bits = Self.dotted(bytes[...]) else { return nil }
            self.init(v4: bits)
            return
        }
        guard bytes.count > 2, bytes.last == ASCII.closingBracket,
            let groups = Self.groups(bytes.dropFirst().dropLast())
        else { return nil }
        let halves = [groups.prefix(4), groups.suffix(4)].map { $0.reduce(UInt64(0)) { $0 << 16 | UInt64($1) } }
        self.init(v6High: halves[0], low: halves[1])
    }

    /// The longest IPv6 address with an IPv4 tail, a superfluous colon and the brackets.
    private static let longestLiteral = 48

    /// The eight groups, those that `::` leaves out filled in.
    private static func groups(_ text: ArraySlice<UInt8>) -> [UInt16]? {
        guard let gap = text.indices.dropLast().first(where: { text[$0] == ASCII.colon && text[$0 + 1] == ASCII.colon })
        else {
            return colonSeparated(text).flatMap { $0.count == 8 ? $0 : nil }
        }
        var tail = text[(gap + 2)...]
        if tail.first == ASCII.colon, tail.contains(UInt8(ascii: ".")) { tail = tail.dropFirst() }
        guard let before = colonSeparated(text[..<gap], endsAddress: false), let after = colonSeparated(tail),
            before.count + after.count < 8
        else { return nil }
        return before + Array(repeating: 0, count: 8 - before.count - after.count) + after
    }

    /// Groups of one to four hexadecimal digits with colons between them, or none; at the end of an address, the last
    /// may be an IPv4 address.
    private static func colonSeparated(_ text: ArraySlice<UInt8>, endsAddress: Bool = true) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var groups: [UInt16] = []
        let parts = text.split(separator: ASCII.colon, omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if endsAddress, index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
                guard let bits = dotted(part) else { return nil }
                groups += [UInt16(truncatingIfNeeded: bits >> 16), UInt16(truncatingIfNeeded: bits)]
                continue
            }
            guard (1...4).contains(part.count) else { return nil }
            var group: UInt16 = 0
            for byte in part {
                guard let digit = ASCII.hexDigit(byte) else { return nil }
                group = group << 4 | UInt16(digit)
            }
            groups.append(group)
        }
        return groups.count <= 8 ? groups : nil
    }

    /// Four numbers of one to three digits with dots between them.
    private static func dotted(_ text: ArraySlice<UInt8>) -> UInt32? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count) else { return nil }
            var number: UInt32 = 0
            for byte in part {
                guard let digit = ASCII.digit(byte) else { return nil }
                number = number * 10 + UInt32(digit)
            }
            guard number < 256 else { return nil }
            bits = bits << 8 | number
        }
        return bits
    }
}

extension SIPURI {
    /// The host as an address, where it is one and no name.
    public var address: IPAddress? { IPAddress(host: host) }
}
