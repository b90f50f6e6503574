import SIPParsing
import TraceTypes
import _TestSupport

/// Messages whose texts try to steer a terminal.
enum HostileCapture {
    /// Colors, cursor, bell, title; C1 forms of the same; overrides of direction; invisible and line-separating
    /// characters.
    private static let poison =
        "\u{1B}[31m\u{1B}]0;title\u{7}\u{8}\u{7F}\u{9B}2J\u{85}\u{202E}drow\u{2066}\u{200F}\u{200B}\u{FEFF}\u{2028}\u{E000}"
    private static let long = String(repeating: "long ", count: 2_000)

    /// A transfer, a redirect, a refused login, a blocked call and others, poisoned wherever text is free.
    static let scenario: SIPScenario = {
        var scenario = SIPScenario()
        transfer(&scenario)
        rejections(&scenario)
        others(&scenario)
        return scenario
    }()

    /// The scalars in some output that could steer a terminal, line feeds aside.
    static func steering(in bytes: [UInt8]) -> [Unicode.Scalar] {
        guard let text = String(validating: bytes, as: UTF8.self) else { return ["\u{FFFD}"] }
        return text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar != "\n"
            case .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
            default: false
            }
        }
    }

    private static func transfer(_ scenario: inout SIPScenario) {
        let mallory = SIPScenario.Party("mal\(poison)lory", host: 66)
        let callID = "id\(poison)@example.com"
        let sdp = SIPScenario.Body(
            type: "application/sdp",
            "v=0\r\nc=IN IP4 \(poison)\r\nm=audio 4000 RTP/AVP 96\r\na=rtpmap:96 \(poison)/8000\r\na=\(poison)\r\n")
        let invite = scenario.request(
            .invite, from: mallory, to: .bob, at: 0, callID: callID,
            lines: ["User-Agent: \(poison)", "Subject: \(poison)\(long)"], body: sdp)
        scenario.response(180, to: invite, at: 0.1, phrase: "Ring\(poison)ing")
        scenario.response(200, to: invite, at: 0.2, phrase: "\(poison)\(long)", body: sdp)
        scenario.acknowledge(invite, at: 0.3)
        let refer = scenario.request(
            .refer, in: invite, from: mallory, at: 1,
            lines: ["Refer-To: <sip:car\(poison)ol@192.0.2.3>", "Referred-By: <sip:\(poison)@example.com>"])
        scenario.response(202, to: refer, at: 1.1, phrase: "Ac\(poison)cepted")
        let notify = scenario.request(
            .notify, in: invite, from: .bob, at: 1.2,
            lines: ["Event: refer", "Subscription-State: terminated;reason=no\(poison)resource"],
            body: .sipfrag("SIP/2.0 603 De\(poison)cline"))
        scenario.response(200, to: notify, at: 1.3)
        let bye = scenario.request(
            .bye, in: invite, from: mallory, at: 2, lines: ["Reason: SIP;cause=200;text=\"\(poison)\""])
        scenario.response(200, to: bye, at: 2.1)
    }

    private static func rejections(_ scenario: inout SIPScenario) {
        let redirected = scenario.request(.invite, from: .alice, to: .bob, at: 3, callID: "redirect")
        scenario.response(
            302, to: redirected, at: 3.1, phrase: poison, lines: ["Contact: <sip:\(poison)@192.0.2.7>"])
        scenario.acknowledge(redirected, 302, at: 3.2)
        let blocked = scenario.request(
            .invite, from: .alice, to: .bob, at: 4, callID: "blocked", uri: "sip:\(poison)@192.0.2.2")
        scenario.response(
            608, to: blocked, at: 4.1, phrase: poison, lines: ["Call-Info: <\(poison)>;purpose=\(poison)"])
        scenario.acknowledge(blocked, 608, at: 4.2)
        for round in 0..<3 {
            let start = 5 + Double(round)
            let credentials =
                "Authorization: Digest username=\"\(poison)\", realm=\"re\(poison)alm\", nonce=\"\(round)\""
            let invite = scenario.request(
                .invite, from: .alice, to: .bob, at: start, callID: "login", lines: round > 0 ? [credentials] : [])
            let challenge = "WWW-Authenticate: Digest realm=\"re\(poison)alm\", nonce=\"\(round + 1)\""
            scenario.response(401, to: invite, at: start + 0.1, phrase: poison, lines: [challenge])
            scenario.acknowledge(invite, 401, at: start + 0.2)
        }
    }

    private static func others(_ scenario: inout SIPScenario) {
        let unknown = scenario.request(.other, from: .alice, to: .bob, at: 10, callID: "other", named: "X%1B'`!~")
        scenario.response(501, to: unknown, at: 10.1, phrase: poison)
        let register = scenario.request(.register, from: .alice, to: .alice, at: 11, callID: poison)
        scenario.response(403, to: register, at: 11.1, phrase: "\u{1B}c\(long)")
        let invite = scenario.request(.invite, from: .carol, to: .dave, at: 12, callID: long)
        scenario.response(603, to: invite, at: 12.1, phrase: "", lines: ["Retry-After: \(poison)"])
        scenario.acknowledge(invite, 603, at: 12.2)
        let options = scenario.request(.options, from: .dave, to: .bob, at: 50, callID: "last")
        scenario.response(200, to: options, at: 50.1)
    }
}
