import SIPParsing
import TraceTypes

/// URIs without what changes from recording to recording.
enum NormalizedURI {
    /// Scalars that are shown of a URI that cannot be read.
    private static let shownLength = 100

    /// Scheme, user and host, and a port that no system picked; escaped.
    static func text(_ text: String) -> String {
        guard let uri = SIPURI.parse(text) else {
            return escaped(String(String.UnicodeScalarView(text.unicodeScalars.prefix(shownLength))))
        }
        let user = uri.user.map { escaped($0) }
        let port = uri.port.flatMap { NormalizedParties.isPicked($0) ? nil : ":\($0)" } ?? ""
        guard !uri.host.isEmpty else { return "\(uri.scheme):\(user ?? "")" }
        return "\(uri.scheme):" + (user.map { $0 + "@" } ?? "") + escaped(uri.host) + port
    }
}
