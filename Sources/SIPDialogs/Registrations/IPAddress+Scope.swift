import TraceTypes

extension IPAddress {
    /// Whether it is for private networks: 10/8, 172.16/12, 192.168/16 or fc00::/7.
    var isPrivate: Bool {
        switch family {
        case .v4: low >> 24 == 10 || low >> 20 == 0xAC1 || low >> 16 == 0xC0A8
        case .v6: high >> 57 == 0x7E
        }
    }

    /// Whether it may be reached from anywhere: not private, and none of loopback, link-local, shared by a carrier's
    /// subscribers (100.64/10), multicast or unspecified.
    var isPublic: Bool {
        guard !isPrivate else { return false }
        switch family {
        case .v4:
            return low >> 24 != 0 && low >> 24 != 127 && low >> 16 != 0xA9FE && low >> 22 != 0x191 && low >> 28 < 14
        case .v6:
            return high >> 61 == 1
        }
    }
}
