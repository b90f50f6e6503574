import SIPParsing
import TraceTypes

/// A transfer: a REFER, what came of it, and the INVITE it brought about (RFC 3515, RFC 5589).
public struct Transfer: Sendable {
    /// Whether the REFER names a dialog to take over.
    public enum Kind: String, Sendable {
        /// Refer-To names a target alone.
        case blind
        /// Refer-To carries Replaces (RFC 5589 section 7).
        case attended
    }

    /// What links the referred INVITE to its REFER, from the strongest to the weakest.
    public enum JoinEvidence: Int, Sendable, Comparable {
        /// Its Replaces is the one that Refer-To held.
        case replaces
        /// Its Referred-By is the REFER's, and it goes to the Refer-To URI.
        case referredByAndTarget
        /// Its Referred-By is the REFER's, and it comes from the transferee.
        case referredBy
        /// It goes from the transferee to the Refer-To URI.
        case target

        /// Stronger evidence first.
        public static func < (left: JoinEvidence, right: JoinEvidence) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// Whether the REFER names a dialog to take over.
    public let kind: Kind
    /// The leg in which the REFER was sent.
    public internal(set) var leg: Int
    /// The REFER's transaction.
    public internal(set) var transaction: TransactionIndex
    /// The REFER.
    public internal(set) var refer: MessageIndex
    /// When the REFER passed.
    public let time: Timestamp
    /// Its CSeq number, by which `Event: refer;id` names it (RFC 3515 section 2.4.6).
    public let cseq: UInt32
    /// The target: the URI of Refer-To without its headers; empty where there is none.
    public let referTo: String
    /// The dialog that Refer-To says to replace.
    public let replaces: Replaces?
    /// The URI of Referred-By.
    public let referredBy: String?
    /// Hash of the transferor's tag.
    let transferorTag: UInt64
    /// Hashes by which a referred INVITE is recognised.
    let targetKey: UInt64
    let referredByKey: UInt64
    let replacesKey: UInt64
    /// All of them.
    var joinKeys: [UInt64] { [targetKey, referredByKey, replacesKey] }
    /// The final status of the REFER; 0 before there is one.
    public internal(set) var responseStatus: UInt16 = 0
    /// The final response to the REFER.
    public internal(set) var response: MessageIndex?
    /// When it passed.
    public internal(set) var responseTime: Timestamp?
    /// Whether both sides agreed that no NOTIFY is sent (RFC 4488, RFC 7614).
    public internal(set) var isSilent: Bool
    /// The implicit subscription.
    public internal(set) var subscription = Subscription(package: "refer")
    /// The referred INVITE's transaction.
    public internal(set) var referredInvite: TransactionIndex?
    /// What links it.
    public internal(set) var evidence: JoinEvidence?
    /// When a BYE of the transferor in the REFER's dialog passed.
    public internal(set) var transferorByeTime: Timestamp?

    /// The last final status that a NOTIFY told, with that NOTIFY: after a challenge, say, the transferee tries again.
    public var reported: (status: UInt16, notification: Subscription.Notification)? {
        for notification in subscription.notifications.reversed() {
            if let status = notification.sipfragStatus, status >= 200 { return (status, notification) }
        }
        return nil
    }

    /// Whether the REFER was accepted: by a 2xx, or by a NOTIFY that came although the 2xx was not seen.
    public var isAccepted: Bool {
        (200...299).contains(responseStatus) || (responseStatus == 0 && subscription.notificationCount > 0)
    }
}

/// What came of a transfer.
public enum TransferOutcome: String, Sendable, CaseIterable {
    /// The target answered.
    case completed
    /// The target did not: the final sipfrag, or the referred INVITE's final response, is 300 or above.
    case failed
    /// The REFER itself got a final response of 300 or above.
    case refused
    /// Accepted, but the deadline for a final NOTIFY passed without one.
    case unconfirmed
    /// The capture cannot tell.
    case undetermined
}
