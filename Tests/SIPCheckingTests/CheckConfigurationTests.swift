import SIPChecking
import SIPDialogs
import SIPFindings
import Testing
import TraceTypes
import YAMLReading

@Suite("Configurations")
struct CheckConfigurationTests {
    private func read(_ text: String) throws -> CheckConfiguration {
        try CheckConfiguration.read(Array(text.utf8), path: ".sipwatch.yaml")
    }

    private static let whole = """
        select: [transfer, invite/missing-ack]
        ignore: [transfer/deprecated-202]
        severity:
          auth: error
          transfer/failed: warning
        fail-on: warning
        lang: fr
        leg-headers: [X-Leg]
        timers:
          profile: ims
          T1: 700
        allow-incomplete: true
        allow-empty: false

        """

    @Test func everyKeyIsRead() throws {
        let settings = try read(Self.whole).settings
        #expect(settings.select == ["transfer", "invite/missing-ack"])
        #expect(settings.ignore == ["transfer/deprecated-202"])
        #expect(settings.severities == ["auth": .error, "transfer/failed": .warning])
        #expect(settings.failOn == .warning)
        #expect(settings.language == "fr")
        #expect(settings.legHeaders == ["X-Leg"])
        #expect(settings.timers == TimerValues(t1: .milliseconds(700), t2: .seconds(16), t4: .seconds(17)))
        #expect(settings.allowsIncomplete == true)
        #expect(settings.allowsEmpty == false)
    }

    @Test func whatIsPrintedReadsBackTheSame() throws {
        let configuration = try read(Self.whole)
        let printed = configuration.settings.lines.joined(separator: "\n") + "\n"
        #expect(printed == Self.whole)
        #expect(try read(printed).settings == configuration.settings)
    }

    @Test("Overrides count by path, the later ones more")
    func overrides() throws {
        let configuration = try read(
            """
            ignore: [auth]
            fail-on: error
            overrides:
              - paths: ["legacy/**"]
                ignore: [retry]
                fail-on: never
              - paths: "*.pcapng"
                fail-on: info
            """)
        #expect(configuration.settings(for: "new/a.pcap").failOn == .error)
        #expect(configuration.settings(for: "legacy/a.pcap").failOn == .never)
        #expect(configuration.settings(for: "legacy/a.pcap").ignore == ["auth", "retry"])
        #expect(configuration.settings(for: "legacy/x/a.pcapng").failOn == .info)
    }

    @Test func moreSpecialSettingsCountMore() {
        var general = CheckSettings()
        general.select = ["auth"]
        general.ignore = ["retry"]
        general.t1 = .seconds(1)
        var special = CheckSettings()
        special.select = ["transfer"]
        special.ignore = ["retry", "fork"]
        special.profile = .ims
        let result = special.over(general)
        #expect(result.select == ["transfer"])
        #expect(result.ignore == ["retry", "fork"])
        #expect(result.timers.t1 == .seconds(1))
        #expect(result.timers.t2 == .seconds(16))
    }

    @Test(
        "An error says where and what is near",
        arguments: [
            ("fail_on: error", "1:1: unknown key 'fail_on' in a configuration; did you mean 'fail-on'?"),
            ("fail-on: eror", "1:10: 'fail-on' wants error, warning, info or never, not 'eror'; did you mean 'error'?"),
            ("ignore: [auht]", "1:10: 'auht' is neither a rule nor an area; did you mean 'auth'?"),
            ("severity:\n  auth: fatal", "2:9: 'auth' wants info, warning or error, not 'fatal'"),
            ("timers: {T1: 0}", "1:14: 'T1' wants a whole number from 1 to 3600000, not '0'"),
            ("timers: {T5: 1}", "1:10: unknown key 'T5' in 'timers'; there are profile, T1, T2 and T4"),
            ("overrides:\n  - ignore: [auth]", "2:5: an override needs 'paths'"),
            ("- a", "1:1: 'a configuration' wants keys with values, not a list"),
            ("lang: de", "1:7: 'lang' wants en, fr or vi, not 'de'"),
        ])
    func errors(text: String, error: String) {
        #expect { try read(text) } throws: { "\($0)" == error }
    }

    @Test func anEmptyFileSaysNothing() throws {
        #expect(try read("# nothing\n").settings == CheckSettings())
    }
}
