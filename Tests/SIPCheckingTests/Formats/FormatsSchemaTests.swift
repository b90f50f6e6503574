import Foundation
import SIPChecking
import Testing

@Suite("Formats are valid by schemas that leave no field open")
struct FormatsSchemaTests {
    private static let verdicts =
        [FormatsSample.verdict, CheckVerdict(traces: []), CheckVerdict(traces: [FormatsSample.cleanTrace()])]
        + FormatsSample.nasties.map(FormatsSample.hostile)

    private static func texts(_ format: CheckFormat) -> [String] {
        verdicts.map { FormatsSample.text(format, $0) }
    }

    @Test(.enabled(if: FormatsValidator.hasJSONSchema, "python3-jsonschema is not installed"))
    func json() throws {
        #expect(try FormatsValidator.problems(Self.texts(.json), schema: "check.schema.json") == "")
    }

    @Test(.enabled(if: FormatsValidator.hasJSONSchema, "python3-jsonschema is not installed"))
    func lines() throws {
        let texts = Self.texts(.jsonl)
        #expect(try FormatsValidator.problems(texts, schema: "check.schema.json", lines: true) == "")
    }

    @Test(.enabled(if: FormatsValidator.hasJSONSchema, "python3-jsonschema is not installed"))
    func sarif() throws {
        #expect(try FormatsValidator.problems(Self.texts(.sarif), schema: "sarif.schema.json") == "")
    }

    @Test(.enabled(if: FormatsValidator.hasXMLLint, "libxml2-utils is not installed"))
    func junit() throws {
        #expect(try FormatsValidator.xmlProblems(Self.texts(.junit)) == "")
    }

    @Test(
        "What breaks the contract is not valid",
        .enabled(if: FormatsValidator.hasJSONSchema, "python3-jsonschema is not installed"),
        arguments: [
            (CheckFormat.json, #""schemaVersion": 1"#, #""schemaVersion": 2"#),
            (.json, #""standing": "known""#, #""standing": "old""#), (.json, #""call": 1,"#, ""),
            (.json, #""state": "met""#, #""state": "passed""#), (.json, #""id": 1,"#, #""id": 1, "x": 1,"#),
            (.json, #""fails": true,"#, #""fails": true, "x": 1,"#), (.json, #"Z""#, #"+00:00""#),
            (.json, #""exitStatus": 2"#, #""exitStatus": 3"#), (.json, #""line": 9"#, #""line": 0"#),
            (.sarif, #""ruleIndex": 0"#, #""ruleIndex": -1"#), (.sarif, #""level": "note""#, #""level": "info""#),
            (.sarif, #""uri": "traces/"#, #""uri": "my traces/"#), (.sarif, "sipwatchFinding/v1", "other"),
            (.jsonl, #""type":"finding""#, #""type":"expectation""#), (.jsonl, #""file":"#, #""path":"#),
            (.jsonl, #""type":"summary""#, #""type":"summary","x":1"#),
        ])
    func broken(format: CheckFormat, words: String, replacement: String) throws {
        let text = FormatsSample.text(format)
        try #require(text.contains(words))
        let schema = format == .sarif ? "sarif.schema.json" : "check.schema.json"
        let broken = text.replacing(words, with: replacement)
        #expect(try FormatsValidator.problems([broken], schema: schema, lines: format == .jsonl) != "")
    }

    @Test(
        "What breaks the contract is no valid XML",
        .enabled(if: FormatsValidator.hasXMLLint, "libxml2-utils is not installed"),
        arguments: [
            (#"time="4.016""#, #"time="4,016""#), (#"type="transfer/failed""#, ""), ("<skipped", "<omitted"),
            (#"tests="6""#, #"tests="six""#), ("&gt;", "<"), (#"classname="traces.answered_pcap""#, ""),
        ])
    func brokenXML(words: String, replacement: String) throws {
        let text = FormatsSample.text(.junit)
        try #require(text.contains(words))
        #expect(try FormatsValidator.xmlProblems([text.replacing(words, with: replacement)]) != "")
    }

    @Test(
        "Every field has a description, and no object is open", arguments: ["check.schema.json", "sarif.schema.json"])
    func descriptions(name: String) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: FormatsValidator.schemas + "/" + name))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let definitions = try #require(root["$defs"] as? [String: [String: Any]])
        for (name, schema) in definitions.merging(["document": root], uniquingKeysWith: { old, _ in old }) {
            let isPart = name.hasSuffix("Fields")
            let isClosed = schema["additionalProperties"] as? Bool ?? schema["unevaluatedProperties"] as? Bool
            let properties = schema["properties"] as? [String: [String: Any]]
            if properties != nil || schema["allOf"] != nil { #expect(isClosed == (isPart ? nil : false), "\(name)") }
            for (key, value) in properties ?? [:] {
                #expect(value["description"] != nil, "\(name).\(key) has no description")
                #expect(value["properties"] == nil, "\(name).\(key) is not a definition of its own")
            }
        }
    }
}
