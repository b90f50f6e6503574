import Testing
import _TestSupport

@Suite("Dialogs, transactions and proxies of flows")
struct FlowDialogTests {
    @Test("Dialogs are made, confirmed and ended")
    func dialogs() throws {
        let all = try Flow.texts(
            """
            0   alice > bob INVITE
            1   bob > alice 180 tag=early
            2   bob > alice 486 tag=early
            2.1 alice > bob ACK
            3   alice > bob INVITE
            4   bob > alice 200 tag=late
            4.1 alice > bob ACK
            5   bob > alice BYE
            6   alice > bob OPTIONS new
            7   alice > bob REGISTER
            """)
        #expect(Flow.line("To", of: all[3]) == "<sip:bob@192.0.2.2>;tag=early")
        #expect(Flow.line("Via", of: all[3]) == Flow.line("Via", of: all[0]))
        #expect(Flow.line("To", of: all[4]) == "<sip:bob@192.0.2.2>")
        #expect(Flow.line("CSeq", of: all[6]) == "2 ACK")
        #expect(Flow.line("Via", of: all[6]) != Flow.line("Via", of: all[4]))
        #expect(Flow.line("From", of: all[7]) == "<sip:bob@192.0.2.2>;tag=late")
        #expect(Flow.line("To", of: all[7]) == "<sip:alice@192.0.2.1>;tag=alice-tag")
        #expect(Flow.line("To", of: all[8]) == "<sip:bob@192.0.2.2>")
        #expect(all[9].hasPrefix("REGISTER sip:192.0.2.2 SIP/2.0\r\n"))
        #expect(Flow.line("To", of: all[9]) == "<sip:alice@192.0.2.1>")
    }

    @Test("A NOTIFY before the answer is in the dialog of its REFER")
    func earlyNotify() throws {
        let all = try Flow.texts(
            """
            0   alice > bob REFER
            0.1 bob > alice NOTIFY
            0.2 bob > alice 202
            0.3 alice > bob 200
            """)
        #expect(Flow.line("To", of: all[1]) == "<sip:alice@192.0.2.1>;tag=alice-tag")
        #expect(Flow.line("From", of: all[1]) == "<sip:bob@192.0.2.2>;tag=bob-tag")
        #expect(Flow.line("CSeq", of: all[2]) == "1 REFER")
        #expect(Flow.line("CSeq", of: all[3]) == "1 NOTIFY")
    }

    @Test("CANCEL, its 200, and the 487 of the INVITE")
    func cancel() throws {
        let all = try Flow.texts(
            """
            0   alice > bob INVITE
            0.1 bob > alice 180
            1   alice > bob CANCEL
            1.1 bob > alice 200
            1.2 bob > alice 487
            1.3 alice > bob ACK
            """)
        #expect(Flow.line("Via", of: all[2]) == Flow.line("Via", of: all[0]))
        #expect(Flow.line("To", of: all[2]) == "<sip:bob@192.0.2.2>")
        #expect(all[3...].map { Flow.line("CSeq", of: $0) } == ["1 CANCEL", "1 INVITE", "1 ACK"])
    }

    @Test("PRACK names the provisional response")
    func prack() throws {
        let all = try Flow.texts(
            """
            0   alice > bob INVITE cseq=7
            0.1 bob > alice 183 tag=a
                Require: 100rel
                RSeq: 41
            0.2 alice > bob PRACK
            0.3 alice > bob PRACK
                RAck: 1 2 INVITE
            """)
        #expect(Flow.line("RAck", of: all[2]) == "41 7 INVITE")
        #expect(Flow.line("To", of: all[2]) == "<sip:bob@192.0.2.2>;tag=a")
        #expect(Flow.line("RAck", of: all[3]) == "1 2 INVITE")
    }

    @Test("A proxy sends on, and the same bytes pass again")
    func proxy() throws {
        let all = try Flow.texts(
            """
            0    alice > proxy INVITE to bob
                 Supported: timer
            0.01 proxy > bob forward sip:bob@192.0.2.2:5070
            0.02 proxy > carol forward for INVITE branch=second @c
                 Supported: path
            0.5  proxy > carol again
            0.6  bob > proxy 100
            0.7  carol > proxy 180 for @c
            0.8  proxy > bob again @c
            """)
        #expect(all[1].hasPrefix("INVITE sip:bob@192.0.2.2:5070 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.9:5060;"))
        #expect(all[1].components("\r\nVia: ") == 2)
        #expect(Flow.line("Max-Forwards", of: all[1]) == "69")
        #expect(Flow.line("To", of: all[0]) == "<sip:bob@192.0.2.2>")
        #expect(Flow.line("Via", of: all[2]) == "SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bKsecond")
        #expect(Flow.line("Supported", of: all[2]) == "path" && all[2].components("\r\nSupported: ") == 1)
        #expect(all[3] == all[2] && all[6] == all[2])
        #expect(Flow.line("To", of: all[4]) == "<sip:bob@192.0.2.2>")
        #expect(Flow.line("Via", of: all[5]) == Flow.line("Via", of: all[2]))
    }
}
