import SIPParsing
import TraceTypes

/// Sending responses.
extension SIPScenario {
    private static let phrases: [UInt16: String] = [
        100: "Trying", 180: "Ringing", 183: "Session Progress", 200: "OK", 202: "Accepted", 302: "Moved Temporarily",
        401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 407: "Proxy Authentication Required",
        408: "Request Timeout", 480: "Temporarily Unavailable", 481: "Call/Transaction Does Not Exist",
        486: "Busy Here", 487: "Request Terminated", 500: "Server Internal Error", 503: "Service Unavailable",
        600: "Busy Everywhere", 603: "Decline", 607: "Unwanted", 608: "Rejected",
    ]

    /// Answers a request on its hop. To gets `tag`, else the callee's usual one, except in a 100 (RFC 3261 section
    /// 8.2.6.2).
    package mutating func response(
        _ status: UInt16, to request: Request, at seconds: Double, tag: String? = nil, phrase: String? = nil,
        lines: [String] = [], without: [String] = [], body: Body? = nil
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
        let line = "SIP/2.0 \(status) " + (phrase ?? Self.phrases[status] ?? "Some Reason")
        add(
            Self.text(line, fields, lines, without, body), from: request.destination, to: request.source, at: seconds)
    }
}
