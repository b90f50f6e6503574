/// The strictness table: each kind of departure with its name, whether it is an error, where the rule stands, and what
/// it means. The documentation's page of anomalies is made from it.
extension Anomaly.Kind {
    /// What is said of a kind.
    public struct Definition: Sendable {
        /// The stable name, in kebab case.
        public let name: String
        /// What a receiver that follows the RFC does about it.
        public let strictness: Anomaly.Strictness
        /// The RFC and section of the rule that is broken, or the limit that is passed.
        public let reference: String
        /// The departure in words.
        public let meaning: String

        init(_ name: String, _ strictness: Anomaly.Strictness, _ reference: String, _ meaning: String) {
            self.name = name
            self.strictness = strictness
            self.reference = reference
            self.meaning = meaning
        }
    }

    /// The stable name, in kebab case.
    public var name: String { definition.name }

    /// Whether a receiver that follows the RFC may refuse the message or misread it.
    public var isError: Bool { definition.strictness == .error }

    /// What is said of the kind.
    public var definition: Definition {
        switch self {
        // Lines
        case .bareLineFeed:
            Definition(
                "bare-line-feed", .tolerated, "RFC 3261 section 7",
                "a line ends in LF alone instead of CRLF")
        case .bareCarriageReturn:
            Definition(
                "bare-carriage-return", .error, "RFC 3261 section 7",
                "a CR without LF ends a line, or stands inside of one")
        case .controlByte:
            Definition(
                "control-byte", .error, "RFC 3261 section 25.1",
                "a control character or NUL stands in the start line or a header field")
        case .invalidUTF8:
            Definition(
                "invalid-utf8", .error, "RFC 3261 section 7",
                "the start line or a header field is not UTF-8")
        case .bidirectionalControl:
            Definition(
                "bidirectional-control", .tolerated, "Unicode Standard Annex 9 section 2",
                "a character that changes the direction of writing makes the text look like another")
        case .lineWithoutColon:
            Definition(
                "line-without-colon", .error, "RFC 3261 section 7.3.1",
                "a line among the header fields has no colon")
        case .missingEmptyLine:
            Definition(
                "missing-empty-line", .error, "RFC 3261 section 7",
                "no empty line ends the header fields")
        // Start line
        case .startLineSpacing:
            Definition(
                "start-line-spacing", .error, "RFC 3261 section 7.1",
                "the parts of the start line are not separated by one space each")
        case .badRequestURI:
            Definition(
                "bad-request-uri", .error, "RFC 3261 section 7.1",
                "the Request-URI holds what it must not: white space, brackets, header fields, a bad escape")
        case .badStartLine:
            Definition(
                "bad-start-line", .error, "RFC 3261 section 7.1",
                "the first line is neither a request line nor a status line; the header fields say that this is SIP")
        case .otherVersion:
            Definition(
                "other-version", .error, "RFC 3261 section 7.1",
                "the version is not SIP/2.0")
        case .statusOutOfRange:
            Definition(
                "status-out-of-range", .error, "RFC 3261 section 7.2",
                "the status code is not of three digits from 100 to 699")
        // Header fields that every message needs
        case .missingVia:
            Definition("missing-via", .error, "RFC 3261 section 8.1.1.7", "there is no Via, or none with a value")
        case .missingFrom:
            Definition("missing-from", .error, "RFC 3261 section 8.1.1.3", "there is no From")
        case .missingTo:
            Definition("missing-to", .error, "RFC 3261 section 8.1.1.2", "there is no To")
        case .missingCallID:
            Definition("missing-call-id", .error, "RFC 3261 section 8.1.1.4", "there is no Call-ID")
        case .missingCSeq:
            Definition("missing-cseq", .error, "RFC 3261 section 8.1.1.5", "there is no CSeq")
        case .missingMaxForwards:
            Definition(
                "missing-max-forwards", .tolerated, "RFC 3261 section 8.1.1.6",
                "a request has no Max-Forwards, as before RFC 3261")
        case .missingFromTag:
            Definition(
                "missing-from-tag", .tolerated, "RFC 3261 section 8.1.1.3",
                "From has no tag, as before RFC 3261")
        case .repeatedField:
            Definition(
                "repeated-field", .error, "RFC 3261 section 7.3.1",
                "a header field that stands once in a message stands twice")
        case .badFieldName:
            Definition(
                "bad-field-name", .error, "RFC 3261 section 25.1",
                "a header field's name is empty or holds what no token holds")
        case .badCSeq:
            Definition(
                "bad-cseq", .error, "RFC 3261 section 20.16",
                "CSeq is not a number of 32 bits and a method")
        case .cseqOutOfRange:
            Definition(
                "cseq-out-of-range", .error, "RFC 3261 section 8.1.1.5",
                "the number in CSeq is 2^31 or more")
        case .cseqMethodMismatch:
            Definition(
                "cseq-method-mismatch", .error, "RFC 3261 section 8.1.1.5",
                "the method in CSeq is not the request's")
        case .badVia:
            Definition(
                "bad-via", .error, "RFC 3261 section 20.42",
                "a Via value lacks protocol or sent-by, or nothing stands between two commas")
        case .missingBranch:
            Definition(
                "missing-branch", .tolerated, "RFC 3261 section 8.1.1.7",
                "the topmost Via has no branch, as before RFC 3261")
        case .branchWithoutCookie:
            Definition(
                "branch-without-cookie", .tolerated, "RFC 3261 section 8.1.1.7",
                "the topmost Via's branch does not begin with z9hG4bK, as before RFC 3261")
        case .emptyBranch:
            Definition(
                "empty-branch", .error, "RFC 3261 section 8.1.1.7",
                "the topmost Via's branch is empty, or z9hG4bK and nothing more")
        // Values of header fields
        case .badAddress:
            Definition(
                "bad-address", .error, "RFC 3261 section 20.10",
                "a quoted string or an angle bracket is never closed, or no address is there")
        case .badDisplayName:
            Definition(
                "bad-display-name", .error, "RFC 3261 section 25.1",
                "a display name without quotes holds what no token holds")
        case .badURI:
            Definition(
                "bad-uri", .error, "RFC 3261 section 19.1.1",
                "a URI breaks its grammar")
        case .unbracketedURI:
            Definition(
                "unbracketed-uri", .error, "RFC 3261 section 20",
                "a URI with a comma, a question mark or a semicolon stands without angle brackets")
        case .badParameter:
            Definition(
                "bad-parameter", .error, "RFC 3261 section 25.1",
                "a parameter has no name, or a value that is neither token, host nor quoted string")
        case .repeatedParameter:
            Definition(
                "repeated-parameter", .error, "RFC 3261 section 7.3.1",
                "a parameter stands twice behind one value")
        case .badNumber:
            Definition(
                "bad-number", .error, "RFC 3261 section 25.1",
                "where a number belongs stands none")
        case .numberOutOfRange:
            Definition(
                "number-out-of-range", .error, "RFC 3261 section 20",
                "a number is larger than its header field allows")
        case .badDate:
            Definition(
                "bad-date", .error, "RFC 3261 section 20.17",
                "a date is not in the one form that SIP has, with GMT")
        case .badMediaType:
            Definition(
                "bad-media-type", .error, "RFC 3261 section 20.15",
                "Content-Type is not type/subtype with parameters")
        case .badValue:
            Definition(
                "bad-value", .error, "RFC 3261 section 25.1",
                "a value does not follow its header field's grammar in another way")
        case .emptyListItem:
            Definition(
                "empty-list-item", .tolerated, "RFC 3261 section 7.3.1",
                "nothing stands between two commas of a list")
        case .badProduct:
            Definition(
                "bad-product", .tolerated, "RFC 3261 section 25.1",
                "Server or User-Agent is more than products and comments")
        // Body
        case .badContentLength:
            Definition(
                "bad-content-length", .error, "RFC 3261 section 20.14",
                "Content-Length is no number, or one that no message has")
        case .conflictingContentLength:
            Definition(
                "conflicting-content-length", .error, "RFC 3261 section 20.14",
                "two Content-Length fields differ")
        case .missingContentLength:
            Definition(
                "missing-content-length", .error, "RFC 3261 section 18.3",
                "no Content-Length over a stream, where only it tells the body's end")
        case .shortBody:
            Definition(
                "short-body", .error, "RFC 3261 section 18.3",
                "fewer body bytes are there than Content-Length says")
        case .bytesAfterBody:
            Definition(
                "bytes-after-body", .tolerated, "RFC 3261 section 18.3",
                "bytes follow the body that Content-Length measures; they are left out")
        case .missingContentType:
            Definition(
                "missing-content-type", .error, "RFC 3261 section 20.15",
                "a body is there and no Content-Type")
        case .badMultipart:
            Definition(
                "bad-multipart", .error, "RFC 2046 section 5.1.1",
                "a multipart body has no boundary, or its boundary never comes or never closes it")
        case .badSDP:
            Definition(
                "bad-sdp", .error, "RFC 8866 section 9",
                "a line of a session description breaks the grammar or stands in the wrong place")
        case .badXML:
            Definition(
                "bad-xml", .error, "XML 1.0 section 2.1",
                "an XML body is not well-formed, or brings declarations that are not read")
        case .badContentEncoding:
            Definition(
                "bad-content-encoding", .error, "RFC 3261 section 20.12",
                "a compressed or encoded body cannot be decoded")
        // Limits
        case .tooManyFields:
            Definition(
                "too-many-fields", .error, "ParsingLimits.headerFields, sessionLines",
                "more header fields, or lines of a session description, than are kept; the first ones are")
        case .lineTooLong:
            Definition(
                "line-too-long", .error, "ParsingLimits.lineBytes",
                "a header field, or a line of a session description, is longer than what is kept of it")
        case .tooManyValues:
            Definition(
                "too-many-values", .error, "ParsingLimits.listedValues, media",
                "a list, or a session description's media, have more entries than are kept; the first ones are")
        case .tooManyParameters:
            Definition(
                "too-many-parameters", .error, "ParsingLimits.parameters",
                "a value has more parameters than are kept; the first ones are")
        case .tooManyParts:
            Definition(
                "too-many-parts", .error, "ParsingLimits.bodyParts",
                "a multipart body has more parts than are kept; the first ones are")
        case .nestingTooDeep:
            Definition(
                "nesting-too-deep", .error, "ParsingLimits.nesting",
                "bodies or comments stand inside of one another deeper than is read")
        case .messageTooLong:
            Definition(
                "message-too-long", .error, "ParsingLimits.messageBytes",
                "a message is longer than what is kept of it")
        case .bodyExpandsTooFar:
            Definition(
                "body-expands-too-far", .error, "ParsingLimits.expandedBodyBytes",
                "a compressed body grows beyond what is kept of it")
        }
    }
}
