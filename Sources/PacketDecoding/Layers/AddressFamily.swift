/// The numbers that operating systems have for the two families of IP.
enum AddressFamily {
    /// The layer of an address family.
    static func step(_ family: UInt32) -> LayerStep {
        switch family {
        case 2: .next(IPv4Layer.read)
        // Linux; NetBSD and OpenBSD; Solaris; FreeBSD; macOS.
        case 10, 24, 26, 28, 30: .next(IPv6Layer.read)
        default: .other(.otherLinkProtocol)
        }
    }

    /// The layer of a family in whichever byte order the capturing machine had.
    static func step(hostOrder value: UInt32) -> LayerStep {
        step(value > 0xffff ? value.byteSwapped : value)
    }
}
