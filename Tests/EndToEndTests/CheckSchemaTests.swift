import Testing
import _TestSupport

@Suite("Verdicts are valid by the schemas of their forms")
struct CheckSchemaTests {
    private static let schemas = Fixture.projectPath + "/Sources/SIPChecking/Schemas"
    private static let hasValidator =
        (try? Program("/usr/bin/python3").run(["-c", "from jsonschema import Draft202012Validator"]))?.status == 0

    /// Prints a line for each way in which a document, or a line of it, breaks the schema or a part of it.
    private static let validator = """
        import json, sys
        from jsonschema.validators import validator_for
        schema = json.load(open(sys.argv[1]))
        part = sys.argv[2]
        if part != "-":
            schema = {**{key: schema[key] for key in ("$schema", "$defs")}, "$ref": "#/$defs/" + part}
        kind = validator_for(schema)
        kind.check_schema(schema)
        for path in sys.argv[3:]:
            text = open(path).read()
            for number, line in enumerate([text] if part == "-" else text.splitlines(), 1):
                for error in kind(schema).iter_errors(json.loads(line)):
                    print(path, number, list(error.absolute_path), error.message[:300])
        """

    private static func validate(_ documents: [String], _ schema: String, part: String = "-") throws {
        let ended = try Program("/usr/bin/python3").run(["-c", validator, "\(schemas)/\(schema)", part] + documents)
        #expect(ended.status == 0)
        #expect(ended.output.isEmpty, "\(ended.output)")
        #expect(ended.errors.isEmpty, "\(ended.errors)")
    }

    /// Runs over all fixtures and over what is wrong in every way, into a file for each.
    private static func verdicts(_ format: String, in folder: CheckFolder) throws -> [String] {
        try folder.add("transfer/blind-declined")
        try folder.write(
            """
            calls: {outcome: busy, match: {from: alice}}
            registrations: {outcome: succeeded}
            counts: no 6xx
            suppress: [{rule: auth, reason: unused}, {rule: transfer, reason: over, until: 2020-01-01}]
            snapshot: missing.ladder
            """, "trace.sipwatch.yaml")
        try folder.write(Fixture("call/answered").bytes.prefix(3_000) + [], "cut.pcap")
        try folder.add("mixed/not-sip", as: "other.pcap")
        try folder.write(HostileCapture.scenario.capture, "hostile.pcap")
        try folder.write("outcome: \u{1B}[31m", "hostile.sipwatch.yaml")
        try folder.write("version: 1\ntraces:\n  trace.pcap:\n    - auth/loop INVITE 407 caller 1\n", "known.yaml")
        let wrong = ["trace.pcap", "cut.pcap", "other.pcap", "hostile.pcap", "missing\u{7}.pcap"]
        let runs =
            [
                ["Fixtures"], ["--no-config", "--expect", "/dev/null", "--fail-on", "info", "Fixtures"],
                ["--lang", "vi", "Fixtures/transfer"],
            ].map { (Fixture.projectPath, $0) } + [
                (folder.path, wrong), (folder.path, ["--expect", "/dev/null"] + wrong),
            ]
        return try runs.enumerated().map { index, run in
            let ended = try SIPWatch.run(["check", "--format", format] + run.1, in: run.0)
            try folder.write(ended.outputBytes, "verdict-\(index)")
            return "\(folder.path)/verdict-\(index)"
        }
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func json() throws {
        let folder = try CheckFolder()
        try Self.validate(Self.verdicts("json", in: folder), "check.schema.json")
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func lines() throws {
        let folder = try CheckFolder()
        try Self.validate(Self.verdicts("jsonl", in: folder), "check.schema.json", part: "line")
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func sarif() throws {
        let folder = try CheckFolder()
        try Self.validate(Self.verdicts("sarif", in: folder), "sarif.schema.json")
    }

    @Test(.enabled(if: Program.areInstalled("xmllint"), "xmllint is not installed"))
    func junit() throws {
        let folder = try CheckFolder()
        let xmllint = try #require(Program.installed("xmllint"))
        let documents = try Self.verdicts("junit", in: folder)
        let ended = try xmllint.run(["--nonet", "--noout", "--schema", "\(Self.schemas)/junit.xsd"] + documents)
        #expect(ended.status == 0, "\(ended.errors)")
    }

    @Test(
        "What breaks the contract is no valid verdict",
        .enabled(if: hasValidator, "python3-jsonschema is not installed"),
        arguments: [
            ("\"schemaVersion\": 1", "\"schemaVersion\": 2"), ("\"exitStatus\": 1", "\"exitStatus\": 3"),
            ("\"state\": \"failed\"", "\"state\": \"unlucky\""), ("\"standing\": \"new\"", "\"standing\": \"old\""),
            ("\"clean\": false", "\"clean\": \"no\""), ("\"path\": \"trace.pcap\"", "\"path\": 1"),
        ])
    func broken(words: String, replacement: String) throws {
        let folder = try CheckFolder("transfer/blind-declined", expecting: "calls: {outcome: busy}")
        let text = try folder.check("--format", "json", "trace.pcap").output
        try #require(text.contains(words))
        try folder.write(text.replacing(words, with: replacement), "broken.json")
        let ended = try Program("/usr/bin/python3").run([
            "-c", Self.validator, "\(Self.schemas)/check.schema.json", "-", "\(folder.path)/broken.json",
        ])
        #expect(ended.status == 0 && !ended.output.isEmpty, "\(ended.errors)")
    }
}
