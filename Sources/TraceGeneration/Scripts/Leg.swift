/// One Call-ID of an exchange while its script is written.
struct Leg {
    /// Its number in the exchange.
    let number: Int
    let caller: Role
    /// Who is named in the To header field of the first request.
    var named: SIPAddress
    /// Who answers: another party than the named one after a redirect.
    var callee: Role
    /// The tag of the answering side; grows with each new request outside of a dialog.
    var calleeTag = 0
    /// Whether requests now carry the tag of the answering side.
    var isDialog = false
    /// The next CSeq numbers of the two sides.
    var callerCSeq = 0
    var calleeCSeq = 0
}
