import Foundation
import Testing

/// Expects `text` to be the same as the file `name` in Snapshots, byte for byte.
///
/// With SIPWATCH_RECORD=1 in the environment the file is written instead.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["SIPWATCH_RECORD"] == "1" {
        try Data(text.utf8).write(to: file)
        return
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard text != recorded else { return }
    let pairs = zip(text.split(separator: "\n"), recorded.split(separator: "\n"))
    let difference = pairs.first { $0 != $1 }.map { "now \"\($0)\", recorded \"\($1)\"" } ?? "one is longer"
    Issue.record("\(name) differs: \(difference)", sourceLocation: sourceLocation)
}
