/// The position of a frame in what was read, counted from 1 as Wireshark counts; for several files, in the merged order.
public struct FrameNumber: RawRepresentable, Hashable, Comparable, Sendable {
    /// The count, from 1.
    public var rawValue: UInt64

    /// Makes a frame number.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// Orders by position.
    public static func < (left: FrameNumber, right: FrameNumber) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// The link layer of a frame: a `LINKTYPE_` value of the tcpdump.org registry. An open set.
public struct LinkType: RawRepresentable, Hashable, Sendable {
    /// The registered number.
    public var rawValue: UInt32

    /// Makes a link type from its registered number.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// BSD loopback, host byte order of the capturing machine.
    public static let null = LinkType(rawValue: 0)
    /// Ethernet II and IEEE 802.3.
    public static let ethernet = LinkType(rawValue: 1)
    /// Raw IPv4 or IPv6, without a link header.
    public static let raw = LinkType(rawValue: 101)
    /// OpenBSD loopback, network byte order.
    public static let loop = LinkType(rawValue: 108)
    /// Linux cooked capture, version 1.
    public static let linuxCooked = LinkType(rawValue: 113)
    /// Raw IPv4.
    public static let ipv4 = LinkType(rawValue: 228)
    /// Raw IPv6.
    public static let ipv6 = LinkType(rawValue: 229)
    /// Linux cooked capture, version 2.
    public static let linuxCooked2 = LinkType(rawValue: 276)
}

/// All that a capture says of a frame besides its bytes.
public struct FrameHeader: Sendable {
    /// Where the frame stands in what was read.
    public var number: FrameNumber
    /// When it was captured.
    public var time: Timestamp
    /// How its first bytes are to be read.
    public var linkType: LinkType
    /// Its length on the wire in bytes; more than was captured when a snap length cut it.
    public var wireLength: Int
    /// Which of the capture's inputs (files, devices) it came from, counted from 0.
    public var input: Int
    /// Which interface of all inputs captured it, counted from 0 over the inputs together.
    public var interface: Int

    /// Makes a frame header.
    public init(
        number: FrameNumber, time: Timestamp, linkType: LinkType, wireLength: Int, input: Int = 0, interface: Int = 0
    ) {
        self.number = number
        self.time = time
        self.linkType = linkType
        self.wireLength = wireLength
        self.input = input
        self.interface = interface
    }
}
