import SIPParsing
import TraceTypes

/// Sending responses.
extension SIPScenario {
    private static let phrases: [UInt16: String] = [
        100: "Trying", 180: "Ringing", 181: "Call Is Being Forwarded", 182: "Queued", 183: "Session Progress",
        199: "Early Dialog Terminated", 200: "OK", 202: "Accepted", 204: "No Notification", 300: "Multiple Choices",
        301: "Moved Permanently", 302: "Moved Temporarily", 305: "Use Proxy", 380: "Alternative Service",
        400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
        406: "Not Acceptable", 407: "Proxy Authentication Required", 408: "Request Timeout", 410: "Gone",
        412: "Conditional Request Failed", 413: "Request Entity Too Large", 414: "Request-URI Too Long",
        415: "Unsupported Media Type", 416: "Unsupported URI Scheme", 420: "Bad Extension", 421: "Extension Required",
        422: "Session Interval Too Small", 423: "Interval Too Brief", 428: "Use Identity Header",
        433: "Anonymity Disallowed", 436: "Bad Identity Info", 437: "Unsupported Credential",
        438: "Invalid Identity Header", 469: "Bad Info Package", 480: "Temporarily Unavailable",
        481: "Call/Transaction Does Not Exist", 482: "Loop Detected", 483: "Too Many Hops", 484: "Address Incomplete",
        485: "Ambiguous", 486: "Busy Here", 487: "Request Terminated", 488: "Not Acceptable Here", 489: "Bad Event",
        491: "Request Pending", 493: "Undecipherable", 494: "Security Agreement Required",
        500: "Server Internal Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
        504: "Server Time-out", 505: "Version Not Supported", 513: "Message Too Large", 580: "Precondition Failure",
        600: "Busy Everywhere", 603: "Decline", 604: "Does Not Exist Anywhere", 606: "Not Acceptable",
        607: "Unwanted", 608: "Rejected",
    ]

    /// The header fields without which some failure responses say nothing (RFC 3261 section 21.4).
    private static let contracts: [UInt16: (String, String)] = [
        401: ("WWW-Authenticate", "Digest realm=\"scenario.example.com\", nonce=\"scenario\""),
        405: ("Allow", "INVITE, ACK, BYE, CANCEL, OPTIONS"),
        407: ("Proxy-Authenticate", "Digest realm=\"scenario.example.com\", nonce=\"scenario\""),
        415: ("Accept", "application/sdp"), 420: ("Unsupported", "x-scenario"), 421: ("Require", "x-scenario"),
        422: ("Min-SE", "90"), 423: ("Min-Expires", "60"), 425: ("AlertMsg-Error", "100"),
        469: ("Recv-Info", "x-scenario"), 489: ("Allow-Events", "x-scenario"), 494: ("Security-Server", "digest"),
    ]

    /// Answers a request on its hop. To gets `tag`, else the callee's usual one, except in a 100 (RFC 3261 section
    /// 8.2.6.2).
    package mutating func response(
        _ status: UInt16, to request: Request, at seconds: Double, tag: String? = nil, phrase: String? = nil,
        lines: [String] = [], extra: [String] = [], without: [String] = [], body: Body? = nil
    ) {
        let tag = request.toTag ?? tag ?? (status == 100 ? nil : request.to.tag)
        let name = request.method == .other ? request.methodName : request.method.name
        var fields = request.vias.map { ("Via", $0) }
        fields += [
            ("From", "<\(request.from.uri)>;tag=\(request.fromTag)"),
            ("To", "<\(request.to.uri)>" + (tag.map { ";tag=\($0)" } ?? "")), ("Call-ID", request.callID),
            ("CSeq", "\(request.cseq) \(name)"),
        ]
        let makesDialog = request.method == .invite || request.method == .refer || request.method == .subscribe
        if makesDialog, (101...299).contains(status) { fields.append(("Contact", "<\(request.to.uri)>")) }
        if let field = Self.contracts[status] { fields.append(field) }
        if (200...299).contains(status), let binding = request.binding { fields.append(("Contact", binding)) }
        let line = "SIP/2.0 \(status) " + (phrase ?? Self.phrases[status] ?? "Some Reason")
        add(
            Self.text(line, fields, lines, extra, without, body), from: request.destination, to: request.source,
            at: seconds)
    }
}
