import Foundation

/// A line of the list of captures.
struct SharedCapture: Sendable, CustomStringConvertible {
    /// Where the captures are.
    static let folder: String? = {
        guard let shared = ProcessInfo.processInfo.environment["SIPWATCH_SHARED"] else { return nil }
        let folder = shared + "/captures"
        return FileManager.default.fileExists(atPath: folder + "/INDEX.tsv") ? folder : nil
    }()

    /// All captures.
    static let all: [SharedCapture] = {
        guard let folder, let list = FileManager.default.contents(atPath: folder + "/INDEX.tsv") else { return [] }
        let lines = String(decoding: list, as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        guard let head = lines.first else { return [] }
        return lines.dropFirst().map { SharedCapture(Dictionary(zip(head, $0)) { first, _ in first }, folder) }
    }()

    /// The file's name.
    let name: String
    /// Its path.
    let path: String
    /// How many SIP messages are in it.
    let messages: Int
    /// How many of them plain tshark counts, to which methods and statuses belong.
    let counted: Int
    /// Requests by method.
    let methods: [String: Int]
    /// Responses by status.
    let statuses: [Int: Int]

    /// The file's name.
    var description: String { name }

    private init(_ fields: [String: String], _ folder: String) {
        name = fields["file"] ?? ""
        path = "\(folder)/\(name)"
        messages = fields["sip_messages"].flatMap { Int($0) } ?? -1
        counted = fields["tshark_default"].flatMap { Int($0) } ?? -1
        methods = Self.counts(fields["methods"])
        let statuses = Self.counts(fields["status_codes"]).compactMap { key, count in Int(key).map { ($0, count) } }
        self.statuses = Dictionary(statuses) { $0 + $1 }
    }

    /// Reads `INVITE=3,ACK=2`.
    private static func counts(_ text: String?) -> [String: Int] {
        let pairs = (text ?? "").split { ",; ".contains($0) }.map { $0.split { ":=".contains($0) } }
        return Dictionary(
            pairs.compactMap { pair in
                guard pair.count == 2, let count = Int(pair[1]) else { return nil }
                return (String(pair[0]), count)
            }
        ) { $0 + $1 }
    }
}
