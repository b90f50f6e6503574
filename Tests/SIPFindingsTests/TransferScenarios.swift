import SIPParsing
import TraceTypes
import _TestSupport

/// Transfers: Alice is the transferor, Bob the transferee, Carol the target.
extension SIPScenario {
    /// What a NOTIFY of the refer package carries, as header fields and body.
    enum Report {
        static let trying = Report.active("SIP/2.0 100 Trying")
        case active(String, expires: Int = 60)
        case terminated(String?, reason: String = "noresource")

        var state: String {
            switch self {
            case .active(_, let expires): "active;expires=\(expires)"
            case .terminated(_, let reason): "terminated;reason=\(reason)"
            }
        }

        var body: Body? {
            switch self {
            case .active(let line, _): .sipfrag(line)
            case .terminated(let line, _): line.map { .sipfrag($0) }
            }
        }
    }

    /// Alice asks Bob to call Carol.
    @discardableResult
    mutating func refer(in call: Request, at seconds: Double, lines: [String] = []) -> Request {
        request(
            .refer, in: call, from: .alice, at: seconds,
            lines: ["Refer-To: <\(Party.carol.uri)>", "Referred-By: <\(Party.alice.uri)>"] + lines)
    }

    /// Bob reports, and Alice answers.
    mutating func report(
        _ report: Report, in call: Request, at seconds: Double, event: String = "refer", answer: UInt16 = 200
    ) {
        let notify = request(
            .notify, in: call, from: .bob, at: seconds,
            lines: ["Event: \(event)", "Subscription-State: \(report.state)"], body: report.body)
        response(answer, to: notify, at: seconds + 0.01)
    }

    /// Bob calls Carol as he was asked to.
    mutating func referredInvite(at seconds: Double) -> Request {
        request(
            .invite, from: .bob, to: .carol, at: seconds, callID: "referred@example.com", fromTag: "bob-2",
            lines: ["Referred-By: <\(Party.alice.uri)>"])
    }
}
