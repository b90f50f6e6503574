/// The reason phrases that the RFCs give the status codes in use here.
enum ReasonPhrase {
    private static let table: [Int: String] = [
        100: "Trying", 180: "Ringing", 183: "Session Progress", 200: "OK", 202: "Accepted", 302: "Moved Temporarily",
        401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 407: "Proxy Authentication Required",
        408: "Request Timeout", 480: "Temporarily Unavailable", 486: "Busy Here", 487: "Request Terminated",
        603: "Decline", 608: "Rejected",
    ]

    /// The phrase for `status`; empty, which is legal, for one that no script uses.
    static func of(_ status: Int) -> String {
        table[status, default: ""]
    }
}
