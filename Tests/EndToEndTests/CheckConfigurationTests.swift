import SIPParsing
import Testing
import _TestSupport

@Suite("A .sipwatch.yaml sets how traces are checked, from its folder down")
struct CheckConfigurationTests {
    /// Traces in folders below each other, with a configuration at the top.
    private static func folder(_ configuration: String) throws -> CheckFolder {
        let folder = try CheckFolder()
        try folder.add("transfer/blind-declined", as: "top/a/b/declined.pcap")
        try folder.add("call/retry-after-603", as: "top/a/retry.pcap")
        try folder.write(configuration, "top/.sipwatch.yaml")
        return folder
    }

    @Test(
        "Each setting counts, and its absence too",
        arguments: [
            ("", 1, ["transfer/failed error", "transfer/deprecated-202 info", "retry/after-global-failure warning"]),
            ("select: retry", 0, ["retry/after-global-failure warning"]),
            ("ignore: [transfer, retry]", 0, []),
            ("select: transfer\nignore: transfer/failed", 0, ["transfer/deprecated-202 info"]),
            (
                "fail-on: never", 0,
                ["transfer/failed error", "transfer/deprecated-202 info", "retry/after-global-failure warning"]
            ),
            ("ignore: transfer\nfail-on: warning", 1, ["retry/after-global-failure warning"]),
            ("ignore: transfer\nseverity: {retry: error}", 1, ["retry/after-global-failure error"]),
            (
                "severity: {transfer: info}", 0,
                ["transfer/failed info", "transfer/deprecated-202 info", "retry/after-global-failure warning"]
            ),
            (
                "severity: {transfer: info, transfer/failed: warning}", 0,
                ["transfer/failed warning", "transfer/deprecated-202 info", "retry/after-global-failure warning"]
            ),
            ("overrides: {paths: \"a/b/*.pcap\", ignore: transfer}", 0, ["retry/after-global-failure warning"]),
            (
                "overrides: [{paths: \"**/retry.pcap\", fail-on: warning}, {paths: \"a/b/**\", select: auth}]", 1,
                ["retry/after-global-failure warning"]
            ),
            (
                "ignore: transfer\noverrides: [{paths: \"a/*.pcap\", fail-on: info}, {paths: \"a/*.pcap\", fail-on: never}]",
                0, ["retry/after-global-failure warning"]
            ),
        ] as [(String, Int32, [String])])
    func settings(configuration: String, status: Int32, findings: [String]) throws {
        let document = try Self.folder(configuration).document(traces: ["top"])
        #expect(document.findings.map { "\($0.rule) \($0.severity)" } == findings)
        #expect(document.exitStatus == status)
    }

    @Test("The nearest one counts alone; the command line counts more; --no-config leaves them out")
    func nearest() throws {
        let folder = try Self.folder("select: auth")
        #expect(try folder.document(traces: ["top"]).findings.isEmpty)
        #expect(try folder.document("--no-config", traces: ["top"]).findings.count == 3)
        #expect(try folder.document("--select", "retry", traces: ["top"]).findings.count == 1)
        try folder.write("fail-on: never", "top/a/b/.sipwatch.yaml")
        let nearest = try folder.document(traces: ["top"])
        #expect(nearest.findings.map(\.rule) == ["transfer/failed", "transfer/deprecated-202"])
        #expect(nearest.clean)
        #expect(try folder.document("--fail-on", "error", traces: ["top"]).exitStatus == 1)
        let inside = try SIPWatch.run("check", "declined.pcap", in: folder.path + "/top/a/b")
        #expect(inside.status == 0 && inside.output.contains("error transfer/failed"))
    }

    @Test("Timers, headers that join legs, language, and what may be incomplete or empty")
    func others() throws {
        let folder = try CheckFolder("transfer/no-notify")
        #expect(try folder.document().findings.contains { $0.rule == "transfer/no-notify" })
        // Timer N is 64 times T1: with 1 s, the 36 s of the trace are too short to miss the NOTIFY.
        try folder.write("timers: {T1: 1000}", ".sipwatch.yaml")
        #expect(try !folder.document().findings.contains { $0.rule == "transfer/no-notify" })
        try folder.write("timers: {profile: ims}", ".sipwatch.yaml")
        #expect(try !folder.document().findings.contains { $0.rule == "transfer/no-notify" })
        #expect(try folder.document("--profile", "rfc3261").findings.contains { $0.rule == "transfer/no-notify" })

        try folder.write("lang: fr", ".sipwatch.yaml")
        #expect(try folder.document().language == "fr")
        #expect(try folder.document("--lang", "vi").language == "vi")

        try folder.add("mixed/not-sip", as: "other.pcap")
        try folder.add("transfer/no-notify-cut-short", as: "open.pcap")
        #expect(try folder.document(traces: ["other.pcap", "open.pcap"]).traces.map(\.clean) == [false, false])
        try folder.write("allow-empty: true\nallow-incomplete: true", ".sipwatch.yaml")
        #expect(try folder.document(traces: ["other.pcap", "open.pcap"]).traces.map(\.clean) == [true, true])
    }

    @Test("Legs are joined by a header that the configuration names")
    func legs() throws {
        var scenario = SIPScenario()
        for (callID, party, line) in [
            ("leg-1@example.com", SIPScenario.Party.bob, []),
            ("leg-2@example.com", .carol, ["X-Other-Leg: leg-1@example.com"]),
        ] {
            let invite = scenario.request(
                .invite, from: .alice, to: party, at: callID == "leg-1@example.com" ? 0 : 0.5, callID: callID,
                lines: line)
            scenario.response(200, to: invite, at: 1)
            scenario.acknowledge(invite, at: 1.1)
            scenario.response(200, to: scenario.request(.bye, in: invite, from: .alice, at: 9), at: 9.1)
        }
        let folder = try CheckFolder()
        try folder.write(scenario.capture, "trace.pcap")
        #expect(try folder.document("--fail-on", "never").traces.map { $0.facts?.calls } == [2])
        try folder.write("leg-headers: X-Other-Leg", ".sipwatch.yaml")
        #expect(try folder.document("--fail-on", "never").traces.map { $0.facts?.calls } == [1])
    }

    @Test("--print-config shows the settings of each trace as a configuration that reads back")
    func printed() throws {
        let folder = try Self.folder(
            """
            select: [transfer, retry]
            ignore: [transfer/deprecated-202]
            severity: {retry: error}
            lang: fr
            leg-headers: ["X-Leg: odd", X-Two]
            timers: {profile: ims, T1: 600}
            allow-incomplete: true
            overrides: {paths: "a/b/**", fail-on: never, allow-empty: false}
            """)
        let printed = try folder.check("--T2", "5000", "--print-config", "top/a/b/declined.pcap")
        #expect(printed.status == 0 && printed.errors.isEmpty)
        for line in [
            "select: [transfer, retry]", "ignore: [transfer/deprecated-202]", "  retry: error", "fail-on: never",
            "lang: fr", "  profile: ims", "  T1: 600", "  T2: 5000", "allow-incomplete: true", "allow-empty: false",
        ] { #expect(printed.output.contains("\(line)\n"), "\(printed.output)") }
        try folder.write(printed.output, "top/a/b/.sipwatch.yaml")
        let again = try folder.check("--print-config", "top/a/b/declined.pcap")
        #expect(again.output.split(separator: "\n").dropFirst() == printed.output.split(separator: "\n").dropFirst())
        let both = try folder.check("--no-config", "--print-config", "top")
        #expect(both.output.split(separator: "\n").count { $0.hasPrefix("# top/a/") } == 2)
    }

    @Test(
        "What cannot be read is told with its place, before anything is checked",
        arguments: [
            ("selct: auth", "1:1: unknown key 'selct' in a configuration; did you mean 'select'?"),
            ("select: auht", "1:9: 'auht' is neither a rule nor an area; did you mean 'auth'?"),
            ("severity: {auth: fatal}", "1:18: 'auth' wants info, warning or error, not 'fatal'"),
            ("fail-on: [error]", "1:10: 'fail-on' wants"), ("lang: de", "1:7: 'lang' wants en, fr or vi, not 'de'"),
            ("timers: {T1: 0}", "1:14: 'T1' wants a whole number from 1 to 3600000, not '0'"),
            ("timers: {T3: 1}", "1:10: unknown key 'T3' in 'timers'"),
            ("allow-empty: perhaps", "1:14: 'allow-empty' wants"),
            ("overrides: [{fail-on: never}]", "1:13: an override needs 'paths'"), ("- a", "1:1: "),
            ("fail-on: error\nfail-on: never", "2:1: 'fail-on' is there already, in line 1"),
        ])
    func bad(configuration: String, words: String) throws {
        let ended = try Self.folder(configuration).check("-o", "report.txt", "top")
        #expect(ended.status == 2 && ended.output.isEmpty)
        #expect(ended.errorLines.count == 1)
        #expect(ended.errors.contains("/top/.sipwatch.yaml:\(words)"), "\(ended.errors)")
    }
}
