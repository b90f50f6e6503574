import Foundation
import SIPChecking
import Testing
import _TestSupport

/// Expects a text to be the same as the file `name` in Snapshots, byte for byte.
///
/// With SIPWATCH_RECORD=1 in the environment the file is written instead.
func expectFormat(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["SIPWATCH_RECORD"] == "1" {
        return try Data(text.utf8).write(to: file)
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard text != recorded else { return }
    let pairs = zip(text.split(separator: "\n"), recorded.split(separator: "\n"))
    let difference = pairs.first { $0 != $1 }.map { "now \"\($0)\", recorded \"\($1)\"" } ?? "one is longer"
    Issue.record("\(name) differs: \(difference)", sourceLocation: sourceLocation)
}

/// What other programs say of a document.
enum FormatsValidator {
    static let schemas = Fixture.projectPath + "/Sources/SIPChecking/Schemas"

    /// Python's jsonschema, of Debian's python3-jsonschema.
    static let hasJSONSchema =
        (try? run("/usr/bin/python3", ["-c", "from jsonschema import Draft202012Validator"])) == ""
    /// xmllint, of Debian's libxml2-utils.
    static let hasXMLLint = FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint")

    /// Prints a line for each way in which a document, or with `lines` each of its lines, breaks the schema.
    private static let script = """
        import json, sys
        from jsonschema import Draft202012Validator
        schema = json.load(open(sys.argv[1]))
        Draft202012Validator.check_schema(schema)
        if sys.argv[2] == "lines":
            schema = {"$ref": "#/$defs/line", "$defs": schema["$defs"]}
        validator = Draft202012Validator(schema)
        for path in sys.argv[3:]:
            text = open(path, newline="").read()
            for part in text.split("\\n")[:-1] if sys.argv[2] == "lines" else [text]:
                for error in validator.iter_errors(json.loads(part)):
                    print(path, list(error.absolute_path), error.message)
        """

    /// How the documents break a schema of the project; empty where they do not.
    static func problems(_ documents: [String], schema: String, lines: Bool = false) throws -> String {
        let folder = try TemporaryFolder()
        let files = try documents.enumerated().map { try folder.write(Array($1.utf8), "\($0).json") }
        let schema = "\(schemas)/\(schema)"
        return try run("/usr/bin/python3", ["-c", script, schema, lines ? "lines" : "whole"] + files)
    }

    /// How the documents break `junit.xsd`; empty where they do not.
    static func xmlProblems(_ documents: [String]) throws -> String {
        let folder = try TemporaryFolder()
        let files = try documents.enumerated().map { try folder.write(Array($1.utf8), "\($0).xml") }
        let text = try run("/usr/bin/xmllint", ["--noout", "--nonet", "--schema", "\(schemas)/junit.xsd"] + files)
        return text.split(separator: "\n").filter { !$0.hasSuffix(" validates") }.joined(separator: "\n")
    }

    /// What a program prints; of one that fails, also that it does.
    static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ["LC_ALL": "C.UTF-8"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.launchAlone()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? text : text + "exit status \(process.terminationStatus)\n"
    }
}
