/// The grammar of a file of expectations: every key, by the part of the file in which it stands.
///
/// All parts may be left out. Where a list is wanted, a single entry stands for a list of itself. A text between
/// slashes is a regular expression of PCRE2 that has to match somewhere in what is looked at; an `i` behind it lets
/// letters of both cases match. What begins with `>`, `!`, `*`, `&`, `#`, `%`, `@` or a backtick needs quotation marks.
///
/// ```yaml
/// snapshot: trace.ladder            # the ladder that the trace has to agree with; relative to the folder of this file
/// calls:                            # an entry without 'match' is about the call at its own place in this list
///   - name: alice calls bob         # what to call it in reports
///     match: {from: alice, to: "/^sip:bob@/", order: 1, header: {Subject: test}, filter: "status >= 400"}
///     outcome: answered             # words of the output contract; of a list, one of them
///     status: [200, 4xx]            # a status code, a class of them, or a list
///     reason: /^ok$/i               # the reason phrase of the final response
///     ended-by: caller              # who sent BYE: caller, callee, nobody, or open: it was still up at the end
///     legs: 2                       # a bound: 2, < 3, "> 1", >= 1, "!= 0" or 1 .. 3
///     retransmissions: 0
///     setup: < 2 s                  # a time: 200 ms, 1.5 s, 2 m, 1 h; a number alone is seconds; 1 s .. 3 s
///     post-dial: < 1 s              # '=' holds for all that reads the same: 2 s from 2 s to below 3 s
///     ring: 1 s .. 3 s
///     duration: "> 3 s"
///     codecs: [PCMU]                # of offer and answer
///     transfers:                    # each in its turn; [] expects none
///       - {kind: blind, target: carol, response: 202, final-status: 603, outcome: failed}
///     redirects:                    # each in its turn; [] expects none
///       - {status: 302, contacts: ["sip:carol@192.0.2.30"], followed: true}
///     messages:
///       - match: {request: INVITE, order: 1, from: 192.0.2.10, to: "192.0.2.20:5060"}
///         count: 1                  # a bound; without it at least one message
///         header: {Supported: present, Require: absent, User-Agent: /SIPp/}
///         sdp: {media: [audio], codecs: [PCMU], direction: sendrecv, address: 192.0.2.10, port: "> 1023"}
///       - match: {response: 2xx, method: INVITE}
///         sdp: present              # or absent
///     findings: {required: [transfer/failed], forbidden: [auth]}   # rules or areas
/// registrations:
///   - name: the phone
///     match: {to: alice}            # the keys of a call's 'match'
///     outcome: succeeded
///     status: 200
///     expires: "> 60"               # seconds that the registrar granted
/// transfers: [{outcome: failed}]    # of all calls, with the keys of a call's transfers
/// redirects: [{status: 302}]        # of all calls
/// messages: [{match: {request: OPTIONS}, count: ">= 1"}]           # of the whole trace
/// findings: {required: transfer, forbidden: [redirect/loop]}
/// counts: [no 5xx, calls = 3, "retransmissions < 1 %", "INVITE <= 4", "asr >= 90 %", no malformed]
/// percentiles: ["setup p95 < 2 s", "post-dial max <= 3 s", "duration mean > 1 s", "ring median < 5 s"]
/// suppress:                         # findings that are let pass; the reason has to be there
///   - {rule: transfer/deprecated-202, reason: old PBX, until: 2027-01-01, call: 1}
/// ```
public enum ExpectationGrammar {
    /// A part of the file with the keys that may stand in it.
    public struct Section: Sendable {
        /// What errors call it.
        public let name: String
        /// The keys, in the order in which the reference has them.
        public let keys: [String]
    }

    /// All parts.
    public static let sections = [
        file, call, match, registration, transfer, redirect, message, messageMatch, sdp, findings, suppression,
    ]

    static let file = Section(
        name: "the file",
        keys: [
            "snapshot", "calls", "registrations", "transfers", "redirects", "messages", "findings", "counts",
            "percentiles", "suppress",
        ])
    static let call = Section(
        name: "a call",
        keys: [
            "name", "match", "outcome", "status", "reason", "ended-by", "legs", "retransmissions", "setup", "post-dial",
            "ring", "duration", "codecs", "transfers", "redirects", "messages", "findings",
        ])
    static let match = Section(name: "the match of a call", keys: ["from", "to", "order", "header", "filter"])
    static let registration = Section(
        name: "a registration", keys: ["name", "match", "outcome", "status", "expires"])
    static let transfer = Section(
        name: "a transfer", keys: ["kind", "target", "response", "final-status", "outcome"])
    static let redirect = Section(name: "a redirect", keys: ["status", "contacts", "followed"])
    static let message = Section(name: "a message", keys: ["match", "count", "header", "sdp"])
    static let messageMatch = Section(
        name: "the match of a message", keys: ["request", "response", "method", "order", "from", "to"])
    static let sdp = Section(name: "sdp", keys: ["media", "codecs", "direction", "address", "port"])
    static let findings = Section(name: "findings", keys: ["required", "forbidden"])
    static let suppression = Section(name: "a suppression", keys: ["rule", "reason", "until", "call"])
}
