/// What one application tells another along a call (User-to-User, RFC 7433 section 4.1).
public struct UserToUser: Sendable, Hashable {
    /// The data as received, unquoted.
    public let data: String
    /// The package that the data belongs to.
    public let purpose: String?
    /// What the data is.
    public let content: String?
    /// How the data is written: `hex` where it is not said.
    public let encoding: String?

    /// Reads one value; nil without data.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let value = TokenWithParameters(bytes, value) else { return nil }
        data = value.token
        purpose = value.parameter("purpose")
        content = value.parameter("content")
        encoding = value.parameter("encoding")
    }

    /// All values of a comma-separated value, in their order.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [UserToUser] {
        bytes.list(value) { UserToUser(bytes, $0) }
    }

    /// The bytes that hexadecimal data stands for; nil for another encoding, and for what is not hexadecimal.
    public var bytes: [UInt8]? {
        guard encoding.map(ASCII.lowercased) ?? "hex" == "hex", data.utf8.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(data.utf8.count / 2)
        var high: UInt8?
        for byte in data.utf8 {
            guard let digit = ASCII.hexDigit(byte) else { return nil }
            if let first = high { bytes.append(first << 4 | digit) }
            high = high == nil ? digit : nil
        }
        return bytes
    }
}
