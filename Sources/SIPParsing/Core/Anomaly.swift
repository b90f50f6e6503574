/// A departure from the grammar that the parser met and read past: what it is and where. Rules decide what it means.
public struct Anomaly: Hashable, Sendable {
    /// What it is.
    public var kind: Kind
    /// The bytes that show it.
    public var range: ByteRange

    /// Makes an anomaly from its fields.
    public init(kind: Kind, range: ByteRange) {
        self.kind = kind
        self.range = range
    }

    /// What a receiver that follows the RFC does about a departure.
    public enum Strictness: String, Sendable, CaseIterable {
        /// It may refuse the message, or read it differently from what its sender meant.
        case error
        /// It reads the message all the same: the RFCs ask for it, or everybody does.
        case tolerated
    }

    /// A kind of departure.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// A line ends in LF alone instead of CRLF (RFC 3261 section 7).
        case bareLineFeed
        /// A CR without LF ends a line, or stands inside of one (RFC 3261 section 7).
        case bareCarriageReturn
        /// A control character or NUL stands in the start line or a header field (RFC 3261 section 25.1).
        case controlByte
        /// The start line or a header field is not UTF-8 (RFC 3261 section 7).
        case invalidUTF8
        /// A character that changes the direction of writing makes the text look like another (Unicode Standard Annex 9 section 2).
        case bidirectionalControl
        /// A line among the header fields has no colon (RFC 3261 section 7.3.1).
        case lineWithoutColon
        /// No empty line ends the header fields (RFC 3261 section 7).
        case missingEmptyLine
        /// The parts of the start line are not separated by one space each (RFC 3261 section 7.1).
        case startLineSpacing
        /// The Request-URI holds what it must not: white space, brackets, header fields, a bad escape (RFC 3261 section
        /// 7.1).
        case badRequestURI
        /// The first line is neither a request line nor a status line; the header fields say that this is SIP (RFC 3261
        /// section 7.1).
        case badStartLine
        /// The version is not SIP/2.0 (RFC 3261 section 7.1).
        case otherVersion
        /// The status code is not of three digits from 100 to 699 (RFC 3261 section 7.2).
        case statusOutOfRange
        /// There is no Via, or none with a value (RFC 3261 section 8.1.1.7).
        case missingVia
        /// There is no From (RFC 3261 section 8.1.1.3).
        case missingFrom
        /// There is no To (RFC 3261 section 8.1.1.2).
        case missingTo
        /// There is no Call-ID (RFC 3261 section 8.1.1.4).
        case missingCallID
        /// There is no CSeq (RFC 3261 section 8.1.1.5).
        case missingCSeq
        /// A request has no Max-Forwards, as before RFC 3261 (RFC 3261 section 8.1.1.6).
        case missingMaxForwards
        /// From has no tag, as before RFC 3261 (RFC 3261 section 8.1.1.3).
        case missingFromTag
        /// A header field that stands once in a message stands twice (RFC 3261 section 7.3.1).
        case repeatedField
        /// A header field's name is empty or holds what no token holds (RFC 3261 section 25.1).
        case badFieldName
        /// CSeq is not a number of 32 bits and a method (RFC 3261 section 20.16).
        case badCSeq
        /// The number in CSeq is 2^31 or more (RFC 3261 section 8.1.1.5).
        case cseqOutOfRange
        /// The method in CSeq is not the request's (RFC 3261 section 8.1.1.5).
        case cseqMethodMismatch
        /// A Via value lacks protocol or sent-by, or nothing stands between two commas (RFC 3261 section 20.42).
        case badVia
        /// The topmost Via has no branch, as before RFC 3261 (RFC 3261 section 8.1.1.7).
        case missingBranch
        /// The topmost Via's branch does not begin with z9hG4bK, as before RFC 3261 (RFC 3261 section 8.1.1.7).
        case branchWithoutCookie
        /// The topmost Via's branch is empty, or z9hG4bK and nothing more (RFC 3261 section 8.1.1.7).
        case emptyBranch
        /// A quoted string or an angle bracket is never closed, or no address is there (RFC 3261 section 20.10).
        case badAddress
        /// A display name without quotes holds what no token holds (RFC 3261 section 25.1).
        case badDisplayName
        /// A URI breaks its grammar (RFC 3261 section 19.1.1).
        case badURI
        /// A URI with a comma, a question mark or a semicolon stands without angle brackets (RFC 3261 section 20).
        case unbracketedURI
        /// A parameter has no name, or a value that is neither token, host nor quoted string (RFC 3261 section 25.1).
        case badParameter
        /// A parameter stands twice behind one value (RFC 3261 section 7.3.1).
        case repeatedParameter
        /// Where a number belongs stands none (RFC 3261 section 25.1).
        case badNumber
        /// A number is larger than its header field allows (RFC 3261 section 20).
        case numberOutOfRange
        /// A date is not in the one form that SIP has, with GMT (RFC 3261 section 20.17).
        case badDate
        /// Content-Type is not type/subtype with parameters (RFC 3261 section 20.15).
        case badMediaType
        /// A value does not follow its header field's grammar in another way (RFC 3261 section 25.1).
        case badValue
        /// Nothing stands between two commas of a list (RFC 3261 section 7.3.1).
        case emptyListItem
        /// Server or User-Agent is more than products and comments (RFC 3261 section 25.1).
        case badProduct
        /// Content-Length is no number, or one that no message has (RFC 3261 section 20.14).
        case badContentLength
        /// Two Content-Length fields differ (RFC 3261 section 20.14).
        case conflictingContentLength
        /// No Content-Length over a stream, where only it tells the body's end (RFC 3261 section 18.3).
        case missingContentLength
        /// Fewer body bytes are there than Content-Length says (RFC 3261 section 18.3).
        case shortBody
        /// Bytes follow the body that Content-Length measures; they are left out (RFC 3261 section 18.3).
        case bytesAfterBody
        /// A body is there and no Content-Type (RFC 3261 section 20.15).
        case missingContentType
        /// A multipart body has no boundary, or its boundary never comes or never closes it (RFC 2046 section 5.1.1).
        case badMultipart
        /// A line of a session description breaks the grammar or stands in the wrong place (RFC 8866 section 9).
        case badSDP
        /// An XML body is not well-formed, or brings declarations that are not read (XML 1.0 section 2.1).
        case badXML
        /// A compressed or encoded body cannot be decoded (RFC 3261 section 20.12).
        case badContentEncoding
        /// More header fields, or lines of a session description, than are kept; the first ones are
        /// (ParsingLimits.headerFields, sessionLines).
        case tooManyFields
        /// A header field, or a line of a session description, is longer than what is kept of it
        /// (ParsingLimits.lineBytes).
        case lineTooLong
        /// A list, or a session description's media, have more entries than are kept; the first ones are
        /// (ParsingLimits.listedValues, media).
        case tooManyValues
        /// A value has more parameters than are kept; the first ones are (ParsingLimits.parameters).
        case tooManyParameters
        /// A multipart body has more parts than are kept; the first ones are (ParsingLimits.bodyParts).
        case tooManyParts
        /// Bodies or comments stand inside of one another deeper than is read (ParsingLimits.nesting).
        case nestingTooDeep
        /// A message is longer than what is kept of it (ParsingLimits.messageBytes).
        case messageTooLong
        /// A compressed body grows beyond what is kept of it (ParsingLimits.expandedBodyBytes).
        case bodyExpandsTooFar
    }
}

extension [Anomaly] {
    /// How many of one kind are kept of a message, so that they leave room for others.
    private static let keptOfKind = 8

    /// Notes an anomaly, when the limits leave room for it.
    mutating func note(_ kind: Anomaly.Kind, _ range: Range<Int>, _ limits: ParsingLimits) {
        guard count < limits.anomalies, count(where: { $0.kind == kind }) < Self.keptOfKind else { return }
        append(Anomaly(kind: kind, range: ByteRange(range)))
    }
}
