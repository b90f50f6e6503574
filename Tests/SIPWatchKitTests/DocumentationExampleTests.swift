import Foundation
import _TestSupport
import Testing

@Suite struct DocumentationExampleTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func theLandingPageCompiles() throws {
        let page = try String(
            contentsOf: Self.root.appending(path: "Sources/SIPWatchKit/SIPWatchKit.docc/SIPWatchKit.md"),
            encoding: .utf8)
        let start = try #require(page.firstRange(of: "```swift\n"))
        let example = try #require(page[start.upperBound...].components(separatedBy: "```").first)
        #expect(example.contains("Analyzer.analyze"))
        #expect(try Self.complaints(about: example) == "")
    }

    @Test func aWrongExampleIsNoticed() throws {
        let complaints = try Self.complaints(about: "import SIPWatchKit\nprint(Analyzer().calls)\n")
        #expect(complaints.contains("no member 'calls'"))
    }

    /// The maps of the C modules that the library's modules import.
    private static func moduleMaps(_ products: URL) -> [URL] {
        ["CLinux", "CPcap", "CZlib", "CZstd", "CExpat", "CYAML", "CPCRE2"].map {
            root.appending(path: "Sources/\($0)/module.modulemap")
        }
            + [products.appending(path: "CSIPCatalog.build/module.modulemap")]
    }

    /// What the compiler says of a program that uses the modules beside the tests; empty when nothing is wrong.
    private static func complaints(about program: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "main.swift")
        try Data(program.utf8).write(to: file)
        let products = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [
                "swiftc", "-typecheck", "-swift-version", "6", "-I", products.appending(path: "Modules").path,
            ] + moduleMaps(products).flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] } + [
                "-module-cache-path", folder.appending(path: "modules").path, file.path,
            ]
        process.standardOutput = output
        process.standardError = output
        try process.launchAlone()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let complaints = String(decoding: text, as: UTF8.self)
        return process.terminationStatus == 0 || !complaints.isEmpty ? complaints : "failed without a word"
    }
}
