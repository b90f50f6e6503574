import Foundation

/// A capture of the folder `Fixtures`, with what lies beside it.
package struct Fixture: Sendable, Hashable, CustomStringConvertible {
    /// The project's folder.
    package static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    /// The same as a path.
    package static let projectPath = project.path

    /// All recorded scenarios, by name; not one of them in many encapsulations, nor what is there to fuzz with.
    package static let all: [Fixture] = {
        let captures = files.filter { $0.hasSuffix(".pcap") }
        let recorded = captures.filter { !$0.hasPrefix("encapsulation/") && !$0.hasPrefix("fuzz/") }
        return recorded.map { Fixture(String($0.dropLast(5))) }.sorted { $0.name < $1.name }
    }()

    /// The paths of all captures of any format, the encapsulated and compressed ones and those to fuzz with included.
    package static let captures: [String] = {
        let formats = [".pcap", ".pcapng", ".pcap.gz", ".pcapng.gz", ".pcap.zst"]
        let captures = files.filter { file in formats.contains { file.hasSuffix($0) } }
        return captures.sorted().map { project.appending(path: "Fixtures/\($0)").path }
    }()

    private static let files: [String] = {
        let folder = project.appending(path: "Fixtures")
        return FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    }()

    /// Area and scenario, such as `transfer/blind-declined`.
    package let name: String

    /// The fixture of this name.
    package init(_ name: String) {
        self.name = name
    }

    /// The name.
    package var description: String { name }
    /// The capture's path, relative to the project's folder.
    package var relativePath: String { "Fixtures/\(name).pcap" }
    /// The capture's path.
    package var path: String { file("pcap").path }

    /// The file beside the capture with this extension.
    package func file(_ pathExtension: String) -> URL {
        Self.project.appending(path: "Fixtures/\(name).\(pathExtension)")
    }
}
