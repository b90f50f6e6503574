import Testing

/// A message read the plain way: lines and colons.
struct WrittenMessage {
    let startLine: String
    let fields: [(name: String, value: String)]
    let body: String
    let time: Int64

    init(_ frame: WrittenFrame) throws {
        time = frame.time
        let text = String(decoding: frame.payload, as: UTF8.self)
        let bytes = Array(text.utf8)
        let end = try #require(
            bytes.indices.dropLast(3).first { Array(bytes[$0..<($0 + 4)]) == Array("\r\n\r\n".utf8) })
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n").map(String.init)
        body = String(decoding: bytes[(end + 4)...], as: UTF8.self)
        startLine = try #require(lines.first)
        fields = try lines.dropFirst().map { line in
            let colon = try #require(line.firstRange(of: ": "))
            return (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
        }
    }

    subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    func required(_ name: String) throws -> String {
        try #require(self[name])
    }

    /// The status code; nil for a request.
    var status: Int? {
        startLine.hasPrefix("SIP/2.0 ") ? Int(startLine.split(separator: " ")[1]) : nil
    }

    var method: String {
        self["CSeq"]?.split(separator: " ").last.map(String.init) ?? ""
    }

    var cseq: Int {
        self["CSeq"]?.split(separator: " ").first.flatMap { Int($0) } ?? -1
    }

    var branch: String {
        parameter("branch", of: "Via") ?? ""
    }

    func tag(of name: String) -> String? {
        parameter("tag", of: name)
    }

    private func parameter(_ parameter: String, of name: String) -> String? {
        self[name]?.split(separator: ";").first { $0.hasPrefix(parameter + "=") }
            .map { String($0.dropFirst(parameter.count + 1)) }
    }
}
