import Foundation
import Testing

@Suite struct DocumentationHygieneTests {
    /// Names under which the program's readers find nothing: of machines, of folders on them, of licences never given.
    private static let banned = [
        "/home/", "/root/", "/work/", "/tmp/", "/opt/", "/Users/", "localhost:", "127.0.0.1", ".local/", "MIT License",
        "Apache License", "GPL", "TODO", "FIXME", "lorem",
    ]
    /// Hosts that a page may link to.
    private static let hosts = ["www.rfc-editor.org", "www.swift.org", "jqlang.org", "www.iana.org"]

    @Test(arguments: DocumentationFolder.paths)
    func itNamesNoMachine(_ path: String) throws {
        let text = try DocumentationFolder.text(path)
        for word in Self.banned { #expect(!text.contains(word), "\(path) says \(word)") }
        for link in text.split(separator: "://").dropFirst() {
            let host = link.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
            #expect(Self.hosts.contains(String(host)), "\(path) links to \(host)")
        }
    }

    @Test(arguments: DocumentationFolder.paths)
    func itsLinesAreShort(_ path: String) throws {
        var isFenced = false
        for line in try DocumentationFolder.text(path).split(separator: "\n") {
            if line.hasPrefix("```") { isFenced.toggle() }
            guard !isFenced, !path.contains("/Rules/"), !line.hasPrefix("|") else { continue }
            #expect(line.count <= 120, "\(path): \(line)")
        }
    }

    /// Names with NAME, AREA or an ellipsis in them stand for others.
    @Test(arguments: DocumentationFolder.paths)
    func theFilesItNamesAreThere(_ path: String) throws {
        for span in DocumentationFolder.inlineCode(of: try DocumentationFolder.text(path)) {
            let name = String(span.prefix { $0 != " " })
            let isFile = ["Sources/", "Tests/", "Scripts/", "Fixtures/"].contains(where: name.hasPrefix)
            guard isFile, !["NAME", "AREA", "…"].contains(where: name.contains) else { continue }
            let file = DocumentationFolder.root.appending(path: name).path
            #expect(FileManager.default.fileExists(atPath: file), "\(path) names \(name)")
        }
    }

    @Test func thereArePages() {
        #expect(DocumentationFolder.paths.count > 30)
    }
}
