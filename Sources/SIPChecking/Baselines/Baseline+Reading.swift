import TraceTypes
import YAMLReading

/// Why a baseline cannot be used: where, and what to do about it.
public struct BaselineError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong, and what would be right, in a line; what it quotes is escaped.
    public var message: String
    /// Where.
    public var position: SourcePosition

    /// File, line, column and message: `known.yaml:3:5: …`.
    public var description: String {
        "\(escaped(position.file)):\(position.line):\(position.column): \(message)"
    }
}

extension Baseline {
    /// Bytes that a baseline may have at most.
    public static let largestFile = 1 << 25

    /// What a baseline may at most be: it is made by this program, and has a line for each finding.
    private static var limits: YAMLLimits {
        var limits = YAMLLimits()
        limits.bytes = largestFile
        limits.nodes = 500_000
        return limits
    }

    /// Reads a baseline file; `path` is for error messages and places.
    public static func read(_ bytes: [UInt8], path: String) throws(BaselineError) -> Baseline {
        do throws(YAMLError) {
            return try Baseline(YAMLDocument.read(bytes, limits: limits), file: path)
        } catch {
            throw BaselineError(message: error.message, position: SourcePosition(file: path, error.mark))
        }
    }

    private init(_ root: YAMLNode?, file: String) throws(YAMLError) {
        guard let root, !root.isNull else {
            throw YAMLError(
                "this baseline is empty; write it with --update-baseline", at: YAMLMark(line: 1, column: 1))
        }
        let fields = try root.fields("a baseline", keys: ["version", "traces"])
        let version = try fields.required("version", "a baseline")
        guard try version.integer("version", in: 0...Int.max) == Self.version else {
            throw YAMLError(
                "this program reads baselines of version \(Self.version); write it again with --update-baseline",
                at: version.mark)
        }
        self.init()
        guard let traces = fields["traces"], !traces.isNull else { return }
        for entry in try traces.entries("traces") {
            self.traces[entry.key] = TraceBaseline(entries: try Self.entries(entry.value, of: entry.key, file))
        }
    }

    private static func entries(
        _ node: YAMLNode, of trace: String, _ file: String
    ) throws(YAMLError) -> [TraceBaseline.Entry] {
        guard !node.isNull else { return [] }
        var entries: [TraceBaseline.Entry] = []
        var known: Set<Fingerprint> = []
        for item in try node.items(trace) {
            guard case .scalar(let text, _) = item.content, let fingerprint = Fingerprint(text: text) else {
                throw item.wrong(
                    escaped(trace), "a rule, a method, a status, a role and a number, as '\(Self.example.text)'")
            }
            guard known.insert(fingerprint).inserted else {
                throw YAMLError("\(quoted(text)) is there already", at: item.mark)
            }
            entries.append(TraceBaseline.Entry(fingerprint, at: SourcePosition(file: file, item.mark)))
        }
        return entries
    }

    private static var example: Fingerprint {
        Fingerprint(rule: "transfer/failed", method: "REFER", code: 603, role: "caller", ordinal: 1)
    }
}

extension SourcePosition {
    /// A place in a YAML file.
    init(file: String, _ mark: YAMLMark) {
        self.init(file: file, line: mark.line, column: mark.column)
    }
}
