import SIPDialogs
import SIPParsing

/// What the Reason of a 603 with the phrase "Network Blocked" says: who blocked the call after an analysis, and how to
/// reach them.
struct AnalyticsReason {
    /// Whether it names a way to reach the blocker: `url`, `tel` or `email` in the text.
    let hasContact: Bool
    /// Whether it says where in the network the call was blocked.
    let hasLocation: Bool

    /// Finds it among the values of Reason; nil where there is none.
    init?(_ reasons: [ReasonHeader]) {
        let found = reasons.first { reason in
            let parts = Self.parts(reason)
            return parts.contains { $0.hasPrefix("v=analytics") }
        }
        guard let found else { return nil }
        hasContact = Self.parts(found).contains { part in
            ["url=", "tel=", "email="].contains { part.hasPrefix($0) && part.utf8.count > $0.utf8.count }
        }
        hasLocation = found.location?.isEmpty == false
    }

    private static func parts(_ reason: ReasonHeader) -> [String] {
        (reason.text ?? "").lowercased().split(separator: ";").map { String($0.drop { $0 == " " }) }
    }
}

extension Exchange {
    /// The analytics Reason of a message.
    func analyticsReason(of message: MessageIndex) -> AnalyticsReason? {
        AnalyticsReason(values(of: .reason, in: message).flatMap { ReasonHeader.list(text.span, $0) })
    }

    /// Whether a 603 has the phrase of a call blocked after an analysis.
    func isNetworkBlocked(_ message: MessageIndex) -> Bool {
        detail(.reasonPhrase, of: message).map { string($0).lowercased() == "network blocked" } ?? false
    }

    /// Whether all values of a header field of a message are kept whole.
    func isKeptWhole(_ name: HeaderName, in message: MessageIndex) -> Bool {
        guard let record = record(message), isWhole(record) else { return false }
        return values(of: name, in: message).allSatisfy { $0.count < TrackingLimits().detailBytes }
    }
}
