/// What the catalog explains besides response codes and rules. The raw value is what stands before the colon in
/// `sipwatch explain q850:21`, and the kind of its section in the data files.
public enum ReferenceKind: String, CaseIterable, Sendable {
    /// A SIP method, such as `REFER`.
    case method
    /// A header field, such as `Refer-To`.
    case header
    /// An option tag, such as `100rel`.
    case option
    /// An event package, such as `presence`.
    case event
    /// A reason in Subscription-State, such as `noresource` (RFC 6665 section 4.1.3).
    case state
    /// A cause of the telephone network (ITU-T Q.850), such as `21`.
    case q850
    /// A code of the Warning header field (RFC 3261 section 27.2), such as `370`.
    case warning
    /// A protocol of the Reason header field (RFC 3326), such as `SIP`.
    case reason
    /// A status line in a body of type message/sipfrag, by its code, such as `603`.
    case sipfrag
    /// A timer of the state machines, such as `B` (RFC 3261, table 4).
    case timer
    /// A word of the field, such as `transfer-target`.
    case term
}
