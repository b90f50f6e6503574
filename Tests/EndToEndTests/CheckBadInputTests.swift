import SIPParsing
import Testing
import _TestSupport

@Suite("What people write wrongly for a check is told with its place, and harms nothing")
struct CheckBadInputTests {
    /// Each alias stands for eight of the one before: a few lines that would be gigabytes.
    private static let bomb =
        "a: &a [x]\n"
        + (1...12).map { index in
            let (name, last) = ("n\(index)", index == 1 ? "a" : "n\(index - 1)")
            return "\(name): &\(name) [" + Array(repeating: "*\(last)", count: 8).joined(separator: ", ") + "]\n"
        }.joined()

    @Test(
        "In a file of expectations",
        arguments: [
            (bomb, "1:4: anchors"), ("calls: *all\n", "1:8: aliases"), ("calls: !!map {}\n", "1:8: tags"),
            ("calls: hello\n", "1:8: 'a call' wants keys with values, not 'hello'"),
            ("- a\n", "1:1: "), ("just words\n", "1:1: "), ("calls: {legs: [1, 2]}\n", "1:15: 'legs' wants"),
            ("calls: {outcome: []}\n", "1:18: 'outcome' wants at least one entry"),
            ("calls: {outcome: fine}\n", "1:18: 'outcome' wants answered, "),
            ("calls: {status: 99}\n", "1:17: 'status' wants a status from 100 to 699"),
            ("calls: {setup: 2 parsecs}\n", "1:16: 'setup' wants a time such as 500 ms"),
            ("calls: {legs: < 0}\n", "1:15: 'legs': nothing is less than 0"),
            ("cals: []\n", "1:1: unknown key 'cals' in the file; did you mean 'calls'?"),
            ("calls: {outcom: busy}\n", "1:9: unknown key 'outcom' in a call; did you mean 'outcome'?"),
            ("calls: []\ncalls: []\n", "2:1: 'calls' is there already, in line 1"),
            ("calls: {legs: 1, legs: 2}\n", "1:18: 'legs' is there already, in line 1"),
            ("calls: {legs: > 3}\n", "a value that begins with '>' needs quotation marks"),
            ("calls:\n\t- legs: 1\n", "2:1: this is not YAML"), ("calls: [\n", "this is not YAML"),
            ("calls: []\n---\ncalls: []\n", "2:1: a second document begins here"),
            ("calls: {reason: /(/}\n", "1:17: the expression of 'reason' cannot be used"),
            ("calls: {reason: /a/x}\n", "1:17: 'reason' has 'x' behind its expression"),
            ("calls: {reason: //}\n", "1:17: the expression of 'reason' is empty"),
            ("calls: {match: {filter: \"status >\"}}\n", "1:25: 'filter', column 9 of it: "),
            ("messages: {match: {request: invite}}\n", "did you mean 'INVITE'?"),
            ("messages: {header: {\"bad name\": x}}\n", "1:21: 'bad name' cannot be the name of a header field"),
            ("counts: [no 7xx]\n", "1:10: '7xx' is nothing that is counted"),
            ("counts: asr > 3\n", "1:9: 'asr' is a percentage"),
            ("percentiles: setup p0 < 1 s\n", "1:14: 'p0' is no statistic"),
            (
                "findings: {required: auth/loop, forbidden: auth}\n",
                "'auth' is forbidden, while 'auth/loop' is required"
            ),
            (String(repeating: "[", count: 10_000), "1:"),
        ])
    func expectations(yaml: String, words: String) throws {
        let ended = try CheckFolder("call/answered", expecting: yaml).check("trace.pcap")
        #expect(ended.status == 2 && ended.output.isEmpty)
        #expect(ended.errorLines.count == 1)
        #expect(ended.errors.hasPrefix("sipwatch: trace.sipwatch.yaml:"), "\(ended.errors)")
        #expect(ended.errors.contains(words), "\(ended.errors)")
        #expect(ended.errors.utf8.count < 1_000)
    }

    @Test("Bytes that are no text, and files without end")
    func bytes() throws {
        let folder = try CheckFolder("call/answered")
        try folder.write(Array("calls:\n  - name: ".utf8) + [0xFF, 0xFE, 0x0A], "trace.sipwatch.yaml")
        let text = try folder.check("trace.pcap")
        #expect(text.status == 2 && text.errors.hasPrefix("sipwatch: trace.sipwatch.yaml:2:11: this is not UTF-8"))
        let line = "  - {outcome: answered, name: one of very many}\n"
        try folder.write(
            "calls:\n" + String(repeating: line, count: 10_000_000 / line.utf8.count), "trace.sipwatch.yaml")
        let long = try folder.check("trace.pcap")
        #expect(long.status == 2 && long.errors.contains("1:1: the file has more than 1048576 bytes"))
        let endless = try folder.check("--expect", "/dev/zero", "trace.pcap")
        #expect(endless.status == 2 && endless.errors.contains("the file has more than"))
        let folderAsFile = try folder.check("--expect", ".", "trace.pcap")
        #expect(folderAsFile.status == 2 && folderAsFile.errors.contains("cannot be read"))
        try folder.write("", "trace.sipwatch.yaml")
        #expect(try folder.check("trace.pcap").status == 0, "an empty file expects nothing")
        try folder.write("\u{FEFF}calls: {outcome: answered}\r\ncounts: [no 5xx]\r\n", "trace.sipwatch.yaml")
        #expect(try folder.document().expectations.map(\.state) == ["met", "met"], "editors of other systems")
    }

    @Test("An expression that would take ages is given up, and told as such")
    func expression() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(
            .invite, from: .alice, to: .bob, at: 0, lines: ["Subject: " + String(repeating: "a", count: 60_000) + "!"])
        scenario.response(200, to: invite, at: 1)
        scenario.acknowledge(invite, at: 1.1)
        scenario.response(200, to: scenario.request(.bye, in: invite, from: .alice, at: 5), at: 5.1)
        for yaml in [
            "messages: {match: {request: INVITE}, header: {Subject: /^(a+)+$/}}",
            "calls: {match: {header: {Subject: /^(a|a)*$/}}, outcome: answered}",
            "messages: {match: {request: INVITE}, header: {Subject: '/(a*)*[bc]/'}}",
        ] {
            let folder = try CheckFolder("call/answered", expecting: yaml)
            try folder.write(scenario.capture, "trace.pcap")
            let document = try folder.document("--fail-on", "never")
            #expect(document.exitStatus == 1)
            #expect(document.expectations.map(\.seen) == ["matching took too many steps"], "\(yaml)")
        }
    }

    @Test("Nothing is written where something cannot be, and nothing that is read is written to")
    func outputs() throws {
        let trace = Fixture("call/answered").bytes
        for arguments in [
            ["-o", "trace.pcap"], ["-o", "json=./trace.pcap"], ["-o", "good.txt", "-o", "json=trace.pcap"],
            ["-o", "good.txt", "-o", "json=nowhere/bad.json"],
            ["-o", "text=good.txt", "-o", "json=trace.sipwatch.yaml"],
            ["-o", "good.txt", "-o", "json=.sipwatch.yaml"], ["--baseline", "trace.pcap", "--update-baseline"],
            ["--baseline", "nowhere/good.txt", "--update-baseline"], ["--snapshot", "trace.pcap", "--update"],
            ["--snapshot", "nowhere/good.txt", "--update"], ["--init", "-o", "nowhere/good.txt"],
            ["--init", "-o", "trace.pcap"], ["--baseline", "good.txt", "--update-baseline", "-o", "json=good.txt"],
        ] {
            let folder = try CheckFolder("call/answered", expecting: "calls: {outcome: answered}")
            try folder.write("fail-on: error", ".sipwatch.yaml")
            let ended = try folder.run(arguments + ["trace.pcap"])
            #expect(ended.status == 2 && ended.output.isEmpty, "\(arguments)")
            #expect(ended.errorLines.count == 1, "\(arguments): \(ended.errors)")
            #expect(try folder.bytes("trace.pcap") == trace)
            #expect(folder.text("trace.sipwatch.yaml") == "calls: {outcome: answered}", "\(arguments)")
            #expect(folder.text(".sipwatch.yaml") == "fail-on: error", "\(arguments)")
            #expect(throws: (any Error).self, "\(arguments)") { try folder.bytes("good.txt") }
        }
    }

    @Test("Standard input is a trace without a folder")
    func standardInput() throws {
        let folder = try CheckFolder("call/answered")
        try folder.write("calls: {outcome: busy}", "-.sipwatch.yaml")
        let path = Fixture("call/answered").path
        let checked = try SIPWatch.run(["check", "-"], input: path, in: folder.path)
        #expect(checked.status == 0 && checked.output == "No findings\n")
        let refused = try SIPWatch.run(["check", "--init", "-"], input: path, in: folder.path)
        #expect(refused.status == 2 && refused.errors.contains("name a file with -o"))
        let written = try SIPWatch.run(["check", "--init", "-o", "new.yaml", "-"], input: path, in: folder.path)
        #expect(written.status == 0 && folder.text("new.yaml").contains("outcome: answered"))
    }
}
