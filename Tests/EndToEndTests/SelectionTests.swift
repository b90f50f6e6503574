import Testing
import _TestSupport

@Suite("Choosing calls and rules")
struct SelectionTests {
    private static let transfer = Fixture("transfer/blind-declined").path
    private static let busy = Fixture("call/busy-486").path

    @Test(
        "The calls that match are listed, and the filter is named",
        arguments: [
            ("outcome = answered", 1), ("transfer = failed", 1), ("rule = transfer", 1),
            ("header Refer-To or transfer", 1),
            ("response = 603", 1), ("status >= 400", 0), ("kind = registration", 0), ("not request = REFER", 0),
        ])
    func json(filter: String, count: Int) throws {
        let ended = try SIPWatch.run("--filter", filter, "-f", "json", Self.transfer)
        #expect(ended.status == 0)
        #expect(ended.errors.isEmpty)
        let report = try ReportDocument(ended.outputBytes)
        #expect(report.calls.count == count)
        #expect(report.findings.count == 2 * count)
        #expect(report.messages.total == 18)
        #expect(ended.output.contains("\"expression\": "))
        #expect(ended.output.contains("\"shownCalls\": \(count)"))
    }

    @Test("Text and JSON Lines leave out what does not match")
    func text() throws {
        let none = try SIPWatch.run("--filter", "from ~ nobody", Self.transfer)
        #expect(none.output.contains("\nShown: 0 of 1 call (filter from ~ nobody)\n"))
        #expect(none.output.contains("Messages: 18"))
        #expect(!none.output.contains("transfer/failed") && none.output.hasSuffix("No findings.\n"))
        let one = try SIPWatch.run("--filter", "duration", Self.transfer)
        #expect(one.output.contains("Shown: 1 of 1 call (filter duration)"))
        #expect(one.output.contains("transfer/failed"))
        #expect(try SIPWatch.run("--filter", "status = 486", "-f", "jsonl", Self.transfer).output.isEmpty)
        #expect(try SIPWatch.run("--filter", "status = 486", "-f", "jsonl", Self.busy).output.contains("\"busy\""))
        #expect(try !SIPWatch.run(Self.transfer).output.contains("Shown:"))
    }

    @Test("check judges what matches alone")
    func check() throws {
        let folder = try CheckFolder("transfer/blind-declined")
        try folder.add("call/busy-486", as: "busy.pcap")
        let all = try folder.check("--filter", "transfer", "trace.pcap", "busy.pcap")
        #expect(all.status == 1)
        #expect(
            all.output.hasSuffix(
                "\n2 traces: 1 clean, 1 failed · 1 call · findings: 1 error, 1 info\nShown: 1 of 2 calls (filter transfer)\n"
            ))
        let none = try folder.check("--filter", "status = 486", "trace.pcap", "busy.pcap")
        #expect(none.status == 0)
        #expect(
            none.output == "2 traces: 2 clean · 1 call · findings: none\nShown: 1 of 2 calls (filter status = 486)\n")
    }

    @Test(
        "Findings that are not selected do not exist",
        arguments: [
            (["--select", "transfer"], 2, 1), (["--select", "transfer/failed"], 1, 1), (["--select", "auth"], 0, 0),
            (["--ignore", "transfer"], 0, 0), (["--ignore", "auth,invite"], 2, 1), (["--severity", "error"], 1, 1),
            (["--select", "transfer/failed", "--ignore", "transfer"], 1, 1),
            (["--select", "transfer", "--ignore", "transfer/failed"], 1, 0),
        ] as [([String], Int, Int32)])
    func selection(options: [String], findings: Int, status: Int32) throws {
        let ended = try CheckFolder("transfer/blind-declined").run(["-f", "json"] + options + ["trace.pcap"])
        #expect(ended.status == status)
        #expect(try CheckDocument(ended.outputBytes).findings.count == findings)
        let text = try SIPWatch.run(options + [Self.transfer]).output
        #expect(text.contains("error transfer/failed") == (status > 0))
    }

    @Test("A severity leaves warnings out, even where they would fail a check", arguments: ["warning", "error"])
    func severity(least: String) throws {
        let ended = try CheckFolder("call/retry-after-603")
            .check("--fail-on", "info", "--severity", least, "trace.pcap")
        #expect(ended.status == (least == "error" ? 0 : 1))
        #expect(ended.output.hasPrefix("No findings") == (least == "error"))
    }

    @Test("While a capture is followed, an exchange is shown from the moment it matches")
    func live() throws {
        func lines(_ filter: String) throws -> [Substring] {
            let ended = try SIPWatch.shell(
                "timeout -s INT 5 cat '\(Self.transfer)' | sipwatch --follow -q --filter '\(filter)' -")
            return ended.output.split(separator: "\n").filter { $0.contains(" call 1: ") }
        }
        let all = try lines("kind = call")
        #expect(all.first?.contains("INVITE") == true)
        let transferred = try lines("transfer")
        #expect(transferred.first?.contains("REFER") == true)
        #expect(transferred.count < all.count && transferred.contains { $0.contains("transfer/failed") })
        #expect(try lines("from ~ nobody").isEmpty)
    }

    @Test(
        "What cannot be read is wrong usage, and shows where",
        arguments: [
            (["--filter", "status >= 400 and"], "column 18"), (["--filter", "host 192.0.2.10"], "--capture-filter"),
            (["--select", "transfr"], "did you mean 'transfer'?"), (["--ignore", "x"], "neither a rule nor an area"),
        ])
    func usage(options: [String], words: String) throws {
        for command in ["analyze", "check"] {
            let ended = try SIPWatch.run([command] + options + [Self.transfer])
            #expect(ended.status == 2)
            #expect(ended.output.isEmpty)
            #expect(ended.errors.contains(words))
            #expect(ended.errors.contains("sipwatch help \(command)"))
        }
    }

    @Test("A capture filter leaves frames out of the counts")
    func captureFilter() throws {
        for option in ["--capture-filter", "--bpf"] {
            let ended = try SIPWatch.run(option, "host 192.0.2.30", Self.transfer)
            #expect(ended.status == 0)
            #expect(!ended.output.contains("Messages: 18") && ended.output.contains("Messages: "))
        }
    }

    @Test("The rules of an area")
    func rules() throws {
        let ended = try SIPWatch.run("rules", "transfer")
        let lines = ended.output.split(separator: "\n")
        #expect(ended.status == 0 && lines.count >= 4)
        #expect(lines.allSatisfy { $0.hasPrefix("transfer/") })
        let areas = try SIPWatch.run("rules").output.split(separator: "\n\n")
        #expect(areas.count > 4)
        for area in areas { #expect(Set(area.split(separator: "\n").map { $0.prefix { $0 != "/" } }).count == 1) }
        let wrong = try SIPWatch.run("rules", "transfr")
        #expect(wrong.status == 2 && wrong.errors.contains("did you mean 'transfer'?"))
    }
}
