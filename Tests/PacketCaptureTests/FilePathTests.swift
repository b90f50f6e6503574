import Foundation
import Glibc
import Testing

@testable import PacketCapture

@Suite("Paths are compared by what they lead to")
struct FilePathTests {
    @Test func sameFiles() throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        let file = try folder.write([1], "a")
        _ = try folder.write([1], "b")
        try FileManager.default.createDirectory(atPath: path + "/in", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: path + "/link", withDestinationPath: "a")
        try FileManager.default.createSymbolicLink(atPath: path + "/here", withDestinationPath: ".")
        try FileManager.default.linkItem(atPath: file, toPath: path + "/hard")
        let cases: [(String, String, Bool)] = [
            ("a", "a", true), ("a", "./a", true), ("a", "in/../a", true), ("a", "link", true), ("a", "hard", true),
            ("a", "here/a", true), ("a", "b", false), ("a", "new", false), ("new", "new", true),
            ("new", "./new", true), ("new", "here/new", true), ("new", "in/new", false), ("new", "newer", false),
            ("none/new", "./none/new", false),
        ]
        for (one, other, areSame) in cases {
            #expect(FilePath.areSame(path + "/" + one, path + "/" + other) == areSame, "\(one) \(other)")
            #expect(FilePath.areSame(path + "/" + other, path + "/" + one) == areSame, "\(other) \(one)")
        }
        #expect(FilePath.areSame("no-such-file", "./no-such-file"))
    }

    @Test func readOnce() throws {
        let folder = try TemporaryFolder()
        let pipe = folder.path + "/pipe"
        // Safe: the path is a C string for the call.
        let made = unsafe mkfifo(pipe, 0o600)
        #expect(made == 0)
        let file = try folder.write([1])
        let paths = [pipe, "/dev/null", file, folder.path, folder.path + "/none"]
        #expect(paths.map(FilePath.isReadOnce) == [true, true, false, false, false])
    }

    @Test("A check finds what is wrong and leaves everything as it is")
    func checks() throws {
        let folder = try TemporaryFolder()
        let (file, new) = (try folder.write([1]), folder.path + "/new")
        let missing = folder.path + "/none/new"
        try OutputFile.check(path: new, inputs: [file])
        #expect(!FileManager.default.fileExists(atPath: new))
        try OutputFile.check(path: file, inputs: [])
        #expect(FileManager.default.contents(atPath: file) == Data([1]))
        try OutputFile.check(path: "/dev/full", inputs: [])
        #expect(throws: WriteError.isInput(path: file)) { try OutputFile.check(path: file, inputs: [file]) }
        #expect(throws: WriteError.missingFolder(path: missing)) { try OutputFile.check(path: missing, inputs: []) }
        #expect(throws: WriteError.isFolder(path: folder.path)) {
            try OutputFile.check(path: folder.path, inputs: [])
        }
    }
}
