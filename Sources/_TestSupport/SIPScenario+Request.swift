import SIPParsing
import TraceTypes

extension SIPScenario {
    /// A request as it was sent, to answer it, to send it again, or to build others on it.
    package struct Request: Sendable {
        /// The method.
        package var method: SIPParsing.Method
        /// The name of a method that the registry does not have.
        package var methodName: String
        /// Request-URI.
        package var uri: String
        /// The party of From.
        package var from: Party
        /// The party of To.
        package var to: Party
        /// Call-ID.
        package var callID: String
        /// CSeq's number.
        package var cseq: UInt32
        /// The tag of From.
        package var fromTag: String
        /// The tag of To, inside of a dialog.
        package var toTag: String?
        /// The values of Via, the topmost first.
        package var vias: [String]
        /// Who sends it on this hop.
        package var source: Endpoint
        /// Who receives it on this hop.
        package var destination: Endpoint
        /// Further header fields; one of a name that has a default value takes its place.
        package var lines: [String] = []
        /// Further header fields beside those of their names.
        package var extra: [String] = []
        /// Names of header fields with default values to leave out.
        package var without: [String] = []
        /// The body.
        package var body: Body?

        /// The text on the wire.
        package var text: String {
            let name = method == .other ? methodName : method.name
            var fields = vias.map { ("Via", $0) }
            fields += [
                ("Max-Forwards", "\(71 - vias.count)"), ("From", "<\(from.uri)>;tag=\(fromTag)"),
                ("To", "<\(to.uri)>" + (toTag.map { ";tag=\($0)" } ?? "")), ("Call-ID", callID),
                ("CSeq", "\(cseq) \(name)"),
            ]
            switch method {
            case .invite, .refer, .subscribe, .notify, .update, .register: fields.append(("Contact", "<\(from.uri)>"))
            default: break
            }
            return SIPScenario.text("\(name) \(uri) SIP/2.0", fields, lines, extra, without, body)
        }
    }

    /// The text of a message: a line of `lines` takes the place of the default of its name, one of `extra` does not.
    static func text(
        _ startLine: String, _ fields: [(String, String)], _ lines: [String], _ extra: [String], _ without: [String],
        _ body: Body?
    ) -> String {
        let replaced = Set(lines.map(fieldName) + without.map { $0.lowercased() })
        var fields = fields
        if let body { fields.append(("Content-Type", body.type)) }
        fields.append(("Content-Length", "\(body?.text.utf8.count ?? 0)"))
        let defaults = fields.filter { !replaced.contains($0.0.lowercased()) }.map { "\($0.0): \($0.1)" }
        return ([startLine] + defaults.dropLast() + lines + extra + defaults.suffix(1)).map { $0 + "\r\n" }.joined()
            + "\r\n" + (body?.text ?? "")
    }

    /// The name in front of a line's colon, in lower case.
    static func fieldName(_ line: String) -> String {
        line.prefix { $0 != ":" && $0 != " " }.lowercased()
    }
}
