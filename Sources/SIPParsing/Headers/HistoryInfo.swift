/// One place that a request has been sent to (hi-entry of History-Info, RFC 7044 section 5).
public struct HistoryInfo: Sendable, Hashable {
    /// How the address was found (hi-target-param).
    public enum Mechanism: Sendable, Hashable {
        /// `rc`: the address changed, the user did not.
        case sameUser
        /// `mp`: the address is another user's: the request was diverted.
        case otherUser
        /// `np`: the address did not change.
        case unchanged
    }

    /// The address as it stands.
    public let address: NameAddress
    /// The Request-URI that was sent: the address without Reason and Privacy.
    public let target: SIPURI
    /// Where the entry stands in the tree of all: 1.2 is the second that came out of 1. Nil when it is not there, or no
    /// numbers with dots between them.
    public let index: [UInt32]?
    /// How the address was found; nil when it is not said.
    public let mechanism: Mechanism?
    /// The index of the entry that this one was made from, as received.
    public let source: String?
    /// Why the request went on from here: the Reason in the URI's header fields (section 10.2).
    public let reasons: [ReasonHeader]
    /// What must not be shown of the entry: the Privacy in the URI's header fields (section 10.1).
    public let privacy: Privacy?
    /// Why the request was diverted to here: the URI parameter `cause`, a status code (RFC 4458 section 5; RFC 8119
    /// section 2).
    public let cause: Int?

    /// Reads one value; nil without an address.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let address = NameAddress(bytes, value) else { return nil }
        self.address = address
        target = address.uri.withoutHeaders
        index = address.parameter("index").flatMap(Self.index)
        let found = [("rc", Mechanism.sameUser), ("mp", .otherUser), ("np", .unchanged)]
            .first { address.parameter($0.0) != nil }
        mechanism = found?.1
        source = found.flatMap { address.parameter($0.0) }
        reasons = address.uri.headers.filter { $0.name == "reason" }.flatMap { ReasonHeader.parse($0.value ?? "") }
        privacy = address.uri.header("privacy").flatMap(Privacy.parse)
        cause = address.uri.parameters.number("cause")
    }

    /// All entries of a comma-separated value, in their order; those without an address are left out.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [HistoryInfo] {
        bytes.list(value) { HistoryInfo(bytes, $0) }
    }

    /// index-val = number *( "." number ).
    private static func index(_ text: String) -> [UInt32]? {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "."), maxSplits: ParsingLimits.standard.listedValues,
            omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part -> UInt32? in
            let digits = Array(part)
            return digits.span.number(0..<digits.count)
        }
        return numbers.count == parts.count ? numbers : nil
    }
}
