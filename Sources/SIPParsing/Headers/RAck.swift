/// Which provisional response a PRACK acknowledges (RAck, RFC 3262 section 7.2).
public struct RAck: Sendable, Hashable {
    /// The RSeq of the response.
    public let responseNumber: UInt32
    /// The number in the response's CSeq.
    public let cseqNumber: UInt32
    /// The method in the response's CSeq.
    public let method: Method
    /// The name of the method as received.
    public let methodName: String

    /// Reads the value; nil unless two numbers and a method are there.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value), let (response, responseEnd) = bytes.leadingNumber(range) else {
            return nil
        }
        let numberStart = bytes.skipWhitespace(responseEnd..<range.upperBound)
        guard numberStart > responseEnd, let (number, numberEnd) = bytes.leadingNumber(numberStart..<range.upperBound)
        else { return nil }
        let name = bytes.skipWhitespace(numberEnd..<range.upperBound)..<range.upperBound
        guard name.lowerBound > numberEnd, !name.isEmpty, bytes.endOfToken(name) == name.upperBound else { return nil }
        responseNumber = response
        cseqNumber = number
        method = Method(bytes, name)
        methodName = bytes.text(ByteRange(name))
    }
}
