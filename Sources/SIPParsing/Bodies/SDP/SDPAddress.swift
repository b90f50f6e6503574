/// What an address of a session description is (RFC 8866 section 9).
enum SDPAddress {
    case ip4(isMulticast: Bool)
    case ip6
    case domainName
    /// None of these.
    case other

    /// Bytes of the longest name that DNS has.
    private static let longestName = 255

    /// Tells what stands in a range, without a TTL or a number of addresses behind it.
    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        // What begins with 240 and more is neither unicast nor multicast.
        if let first = Self.ip4FirstByte(bytes, range), first < 240 {
            self = .ip4(isMulticast: (224...239).contains(first))
        } else if Self.isIP6(bytes, range) {
            self = .ip6
        } else {
            self = Self.isDomainName(bytes, range) ? .domainName : .other
        }
    }

    /// Whether the address is of the type that stands before it; one of an unknown type always is.
    func fits(addressType: String) -> Bool {
        switch (self, addressType) {
        case (.ip4, "IP4"), (.ip6, "IP6"), (.domainName, _): true
        default: addressType != "IP4" && addressType != "IP6"
        }
    }

    /// The first number of an IPv4 address; nil where the range is none.
    private static func ip4FirstByte(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
        guard range.count <= 15 else { return nil }
        let parts = bytes.sdpPieces(of: range, separator: 46, atMost: 5)
        guard parts.count == 4 else { return nil }
        var first: UInt64?
        for part in parts {
            guard let number = bytes.decimal(part), number < 256, part.count == 1 || bytes[part.lowerBound] != 48
            else { return nil }
            first = first ?? number
        }
        return first
    }

    /// IP6-address: eight groups of up to four hexadecimal digits, one run of zeros left out as `::`, the last two
    /// groups perhaps as an IPv4 address.
    private static func isIP6(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count >= 2, range.count <= 45 else { return false }
        let parts = bytes.sdpPieces(of: range, separator: ASCII.colon, atMost: 10)
        guard parts.count >= 3, let last = parts.last else { return false }
        var groups = 0
        for part in parts where !part.isEmpty {
            if part.lowerBound == last.lowerBound, ip4FirstByte(bytes, part) != nil {
                groups += 2
            } else if part.count <= 4, part.allSatisfy({ ASCII.hexDigit(bytes[$0]) != nil }) {
                groups += 1
            } else {
                return false
            }
        }
        // An empty piece at an end belongs to a `::` there; of the pieces in between one may be empty.
        let startsEmpty = parts[0].isEmpty
        let endsEmpty = last.isEmpty
        let gaps = parts.dropFirst().dropLast().count { $0.isEmpty }
        if startsEmpty && !parts[1].isEmpty || endsEmpty && !parts[parts.count - 2].isEmpty { return false }
        return gaps == 0 ? groups == 8 : gaps == 1 && groups <= 7
    }

    /// FQDN: letters, digits, hyphens and dots, four at least; the last label is no number.
    private static func isDomainName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count >= 4, range.count <= longestName else { return false }
        var label = range.lowerBound
        for offset in range {
            let byte = bytes[offset]
            if byte == 46, offset + 1 < range.upperBound { label = offset + 1 }
            guard ASCII.isLetter(byte) || ASCII.digit(byte) != nil || byte == 45 || byte == 46 else { return false }
        }
        return !(label..<range.upperBound).allSatisfy { ASCII.digit(bytes[$0]) != nil || bytes[$0] == 46 }
    }
}
