import Foundation
import Testing
import _TestSupport

@Suite("Reports are valid by the JSON Schema, which leaves no field open")
struct SchemaTests {
    private static let schema = Fixture.projectPath + "/Sources/SIPReporting/Schemas/report.schema.json"

    /// Python's jsonschema, of Debian's python3-jsonschema.
    private static let hasValidator: Bool = {
        let ended = try? Program("/usr/bin/python3").run(["-c", "from jsonschema import Draft202012Validator"])
        return ended?.status == 0
    }()

    /// Prints a line for each way in which each document breaks the schema.
    private static let validator = """
        import json, sys
        from jsonschema import Draft202012Validator
        schema = json.load(open(sys.argv[1]))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        for path in sys.argv[2:]:
            for error in validator.iter_errors(json.load(open(path))):
                print(path, list(error.absolute_path), error.message)
        """

    private static func problems(_ documents: [String]) throws -> Ended {
        try Program("/usr/bin/python3").run(["-c", validator, schema] + documents)
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func fixtures() throws {
        let folder = try TemporaryFolder()
        var documents = try Fixture.all.enumerated().map { index, fixture in
            try folder.write(SIPWatch.run("--format", "json", fixture.path).outputBytes, "\(index).json")
        }
        for language in ["fr", "vi"] {
            let report = try SIPWatch.run("--format", "json", "--lang", language, Fixture.all[0].path).outputBytes
            documents.append(try folder.write(report, "\(language).json"))
        }
        let ended = try Self.problems(documents)
        #expect(ended.status == 0)
        #expect(ended.output.isEmpty, "\(ended.output)")
        #expect(ended.errors.isEmpty, "\(ended.errors)")
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func malformedMessages() throws {
        let folder = try TemporaryFolder()
        let capture = try TortureCapture().write(to: folder)
        let report = try SIPWatch.run("--format", "json", capture)
        let ended = try Self.problems([folder.write(report.outputBytes, "torture.json")])
        #expect(ended.status == 0)
        #expect(ended.output.isEmpty, "\(ended.output)")
    }

    @Test(
        "What breaks the contract is no valid report",
        .enabled(if: hasValidator, "python3-jsonschema is not installed"),
        arguments: [
            (#""schemaVersion": 1"#, #""schemaVersion": 2"#), (#""outcome": "failed""#, #""outcome": "declined""#),
            (#""outcome": "answered""#, #""outcome": "fine""#), (#""kind": "blind""#, #""kind": "blind", "x": 1"#),
            (#""frame": 1,"#, #""frame": 0,"#), (#""rule": "transfer/failed""#, #""rule": "Transfer failed""#),
            (#""severity": "error""#, #""severity": "fatal""#), (#"Z""#, #"+00:00""#),
            (#""status": 200"#, #""status": "200""#), (#""sipFrames": 18,"#, ""),
        ])
    func broken(words: String, replacement: String) throws {
        let report = try SIPWatch.run("--format", "json", Fixture("transfer/blind-declined").path).output
        try #require(report.contains(words))
        let folder = try TemporaryFolder()
        let document = try folder.write(Array(report.replacing(words, with: replacement).utf8), "broken.json")
        let ended = try Self.problems([document])
        #expect(ended.status == 0)
        #expect(!ended.output.isEmpty)
    }

    @Test("Every field has a description, and no object is open")
    func descriptions() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: Self.schema))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let definitions = try #require(root["$defs"] as? [String: [String: Any]])
        func check(_ value: Any, _ name: String) {
            guard let schema = value as? [String: Any] else { return }
            let target = (schema["$ref"] as? String).flatMap { definitions[String($0.dropFirst("#/$defs/".count))] }
            #expect(schema["description"] != nil || target?["description"] != nil, "\(name) has no description")
            if let properties = schema["properties"] as? [String: Any] {
                #expect(schema["additionalProperties"] as? Bool == false, "\(name) is open")
                for (key, value) in properties { check(value, "\(name).\(key)") }
            }
        }
        check(root, "report")
        for (name, definition) in definitions {
            for (key, value) in definition["properties"] as? [String: Any] ?? [:] { check(value, "\(name).\(key)") }
            if definition["properties"] != nil {
                #expect(definition["additionalProperties"] as? Bool == false, "\(name) is open")
            }
        }
    }
}
