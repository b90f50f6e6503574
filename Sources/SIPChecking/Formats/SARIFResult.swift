import SIPCatalog
import SIPFindings
import TraceTypes

/// Renders results for a SARIF log.
struct SARIFResult {
    /// Frames named as logical locations.
    private static let framesNamed = 20

    private let options: CheckFormatOptions
    private let hasBaseline: Bool
    private let indices: [String: Int]

    /// Makes a renderer; `indices` says where in the list of rules each rule stands.
    init(_ options: CheckFormatOptions, hasBaseline: Bool, indices: [String: Int]) {
        self.options = options
        self.hasBaseline = hasBaseline
        self.indices = indices
    }

    /// An element of `results`.
    func json(_ result: CheckResult) -> JSONText {
        var fields: [String: JSONText] = [
            "ruleId": .string(result.rule), "ruleIndex": .number(indices[result.rule] ?? -1),
            "level": .string(Self.level(result.severity)), "message": Self.message(result.message),
            "locations": .array([location(result)]),
        ]
        switch result.origin {
        case .finding(let found, _):
            fields["partialFingerprints"] = .object(["sipwatchFinding/v1": .string(result.digest)])
            if let suppression = Self.suppression(found.standing) { fields["suppressions"] = .array([suppression]) }
            if hasBaseline { fields["baselineState"] = .string(found.standing == .known ? "unchanged" : "new") }
        case .expectation:
            fields["partialFingerprints"] = .object(["sipwatchExpectation/v1": .string(result.digest)])
        case .problem:
            fields["partialFingerprints"] = .object(["sipwatchProblem/v1": .string(result.digest)])
        }
        if result.position != nil { fields["relatedLocations"] = .array([traceLocation(result)]) }
        return .object(fields)
    }

    /// An element of `toolExecutionNotifications`.
    func notification(_ result: CheckResult) -> JSONText {
        .object([
            "descriptor": .object(["id": .string(result.rule), "index": .number(0)]), "level": .string("error"),
            "message": Self.message(result.message), "locations": .array([location(result)]),
        ])
    }

    /// Where it is written, or else the trace.
    private func location(_ result: CheckResult) -> JSONText {
        guard let position = result.position else { return traceLocation(result) }
        return .object([
            "physicalLocation": physical(
                position.file,
                ["startLine": .number(max(position.line, 1)), "startColumn": .number(max(position.column, 1))])
        ])
    }

    /// The trace, with the frames. It has no lines, but services show no result without one.
    private func traceLocation(_ result: CheckResult) -> JSONText {
        var fields = ["physicalLocation": physical(result.trace, ["startLine": .number(1)])]
        if !result.frames.isEmpty {
            let prefix = result.subject.isEmpty ? "" : result.subject + "/"
            let frames = Set(result.frames).sorted().prefix(Self.framesNamed)
            fields["logicalLocations"] = .array(
                frames.map { frame in
                    .object([
                        "name": .string("frame \(frame.rawValue)"),
                        "fullyQualifiedName": .string("\(prefix)frame \(frame.rawValue)"),
                    ])
                })
        }
        return .object(fields)
    }

    private func physical(_ path: String, _ region: [String: JSONText]) -> JSONText {
        .object([
            "artifactLocation": .object(["uri": .string(Self.uri(options.relative(path)))]), "region": .object(region),
        ])
    }

    private static func suppression(_ standing: CheckedFinding.Standing) -> JSONText? {
        let (kind, reason): (String, String)
        switch standing {
        case .new: return nil
        case .expected: (kind, reason) = ("inSource", "The expectations require it.")
        case .known: (kind, reason) = ("external", "The baseline knows it.")
        case .suppressed(let why): (kind, reason) = ("inSource", escaped(why))
        }
        return .object(["kind": .string(kind), "justification": .string(reason)])
    }

    static func level(_ severity: Severity) -> String {
        severity == .info ? "note" : severity.rawValue
    }

    /// Text in which nothing is taken for a link.
    private static func message(_ text: String) -> JSONText {
        .object(["text": .string(text.isEmpty ? "-" : text.replacing("](", with: "] ("))])
    }

    /// The path as a URI reference: what may not stand in a path segment is percent-encoded (RFC 3986 section 3.3). An
    /// absolute path becomes a file URI; a colon is encoded, lest a name be taken for a scheme.
    static func uri(_ path: String) -> String {
        let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@".utf8)
        let digits = Array("0123456789ABCDEF")
        var result = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            if allowed.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return result
    }
}
