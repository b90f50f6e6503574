import SIPChecking
import SIPReporting
import Testing

@Suite("Every key of a file of expectations is read")
struct ExpectationReadingTests {
    @Test func aCallSaysWhichOneItIsAbout() throws {
        let call = try #require(
            try readCall(
                """
                name: alice calls bob
                match: {from: alice, to: /^sip:bob@/, order: 2, header: {s: test, x-id: /7/i}, filter: "status >= 400"}
                """))
        #expect(call.name == "alice calls bob")
        #expect(call.selector.from?.written == "alice")
        #expect(call.selector.to?.written == "pattern /^sip:bob@/")
        #expect(call.selector.order == 2)
        #expect(call.selector.headers.map(\.name) == ["Subject", "x-id"])
        #expect(call.selector.headers.map(\.value.written) == ["test", "pattern /7/i"])
        #expect(call.selector.filter?.text == "status >= 400")
    }

    @Test func withoutMatchACallIsFoundByItsPlace() throws {
        let read = try readExpectations(
            """
            calls: [{outcome: answered}, {match: {}, legs: 1}, {match: {to: bob}}, {outcome: busy}]
            registrations: [{status: 200}, {match: {order: 3}}]
            """)
        #expect(read.calls.map(\.value.selector.order) == [1, nil, nil, 4])
        #expect(read.registrations.map(\.value.selector.order) == [1, 3])
    }

    @Test func theAspectsOfACall() throws {
        let call = try #require(
            try readCall(
                """
                outcome: [declined, busy]
                status: [603, 4xx]
                reason: /^decl/i
                ended-by: nobody
                legs: 2
                retransmissions: ">= 1"
                codecs: [PCMU, /^opus/]
                """))
        #expect(call.outcome?.value == ["declined", "busy"])
        #expect(call.status?.value.map(\.codes) == [603...603, 400...499])
        #expect(call.status?.value.map(\.text) == ["603", "4xx"])
        #expect(call.reason?.value.written == "pattern /^decl/i")
        #expect(call.endedBy?.value == "nobody")
        #expect(call.legs?.value == Bound(text: "2", .equal(2)))
        #expect(call.retransmissions?.value == Bound(text: ">= 1", .atLeast(1)))
        #expect(call.codecs?.value.map(\.written) == ["PCMU", "pattern /^opus/"])
    }

    @Test func theTimesOfACall() throws {
        let call = try #require(
            try readCall("setup: < 2 s\npost-dial: <= 200ms\nring: 1 s .. 1.5 m\nduration: 3"))
        #expect(call.times.map(\.value.time) == [.setup, .postDial, .ring, .duration])
        #expect(
            call.times.map(\.value.bound.comparison) == [
                .less(2_000_000_000), .atMost(200_000_000), .within(1_000_000_000, 90_000_000_000),
                .within(3_000_000_000, 3_999_999_999),
            ])
    }

    @Test func transfersAndRedirects() throws {
        let read = try readExpectations(
            """
            transfers:
              - {kind: blind, target: carol, response: 202, final-status: 6xx, outcome: [failed, refused]}
            redirects: [{status: 302, contacts: ["sip:carol@192.0.2.30"], followed: true}, {}]
            calls: [{transfers: [], redirects: {followed: no}}]
            """)
        let transfer = try #require(read.transfers?.value.first?.value)
        #expect(transfer.kind?.value == "blind")
        #expect(transfer.target?.value.written == "carol")
        #expect(transfer.response?.value.map(\.text) == ["202"])
        #expect(transfer.finalStatus?.value.map(\.codes) == [600...699])
        #expect(transfer.outcome?.value == ["failed", "refused"])
        let redirects = try #require(read.redirects?.value.map(\.value))
        #expect(redirects.count == 2)
        #expect(redirects.first?.status?.value.map(\.text) == ["302"])
        #expect(redirects.first?.contacts?.value.map(\.written) == ["sip:carol@192.0.2.30"])
        #expect(redirects.first?.followed?.value == true)
        let call = try #require(read.calls.first?.value)
        #expect(call.transfers?.value.count == 0)
        #expect(call.redirects?.value.first?.value.followed?.value == false)
    }

    @Test func registrations() throws {
        let read = try readExpectations(
            "registrations: {name: phone, match: {to: alice}, outcome: succeeded, status: 200, expires: \"> 60\"}")
        let registration = try #require(read.registrations.first?.value)
        #expect(registration.name == "phone")
        #expect(registration.selector.to?.written == "alice")
        #expect(registration.outcome?.value == ["succeeded"])
        #expect(registration.status?.value.map(\.text) == ["200"])
        #expect(registration.expires?.value == Bound(text: "> 60", .greater(60)))
    }

    @Test func findingsAndSuppressions() throws {
        let read = try readExpectations(
            """
            findings: {required: [transfer/failed, invite], forbidden: auth}
            calls: [{findings: {forbidden: redirect/loop}}]
            suppress:
              - {rule: transfer/deprecated-202, reason: old PBX, until: 2028-02-29, call: 1}
              - {rule: auth, reason: known}
            """)
        #expect(read.findings.required.map(\.value) == ["transfer/failed", "invite"])
        #expect(read.findings.forbidden.map(\.value) == ["auth"])
        #expect(read.calls.first?.value.findings.forbidden.map(\.value) == ["redirect/loop"])
        let first = try #require(read.suppressions.first)
        #expect(first.rule == "transfer/deprecated-202")
        #expect(first.reason == "old PBX")
        #expect(first.until == "2028-02-29")
        #expect(first.call == 1)
        #expect(first.position == SourcePosition(file: "traces/trace.sipwatch.yaml", line: 4, column: 5))
        #expect(read.suppressions.last?.until == nil)
        #expect(read.suppressions.last?.call == nil)
    }

    @Test func placesAreThoseOfTheKeysAndItems() throws {
        let read = try readExpectations("calls:\n  - outcome:\n      answered\n    legs: 2\ncounts:\n  - no 5xx\n")
        #expect(read.calls.first?.position == SourcePosition(file: read.path, line: 2, column: 5))
        #expect(read.calls.first?.value.outcome?.position == SourcePosition(file: read.path, line: 2, column: 5))
        #expect(read.calls.first?.value.legs?.position == SourcePosition(file: read.path, line: 4, column: 5))
        #expect(read.counts.first?.position == SourcePosition(file: read.path, line: 6, column: 5))
    }

    @Test(
        "A snapshot is found from the folder of the file",
        arguments: [
            ("a/b.sipwatch.yaml", "b.ladder", "a/b.ladder"), ("b.sipwatch.yaml", "b.ladder", "b.ladder"),
            ("a/b.sipwatch.yaml", "/c/b.ladder", "/c/b.ladder"), ("/b.sipwatch.yaml", "../b.ladder", "/../b.ladder"),
        ])
    func snapshots(path: String, written: String, found: String) throws {
        let read = try Expectations.read(Array("snapshot: \(written)".utf8), path: path)
        #expect(read.snapshot?.value == found)
    }

    @Test("A file may expect nothing", arguments: ["", "# nothing yet\n", "---\n", "{}"])
    func nothing(_ text: String) throws {
        let read = try readExpectations(text)
        #expect(read.calls.isEmpty && read.counts.isEmpty && read.transfers == nil && read.snapshot == nil)
        #expect(!read.usesMessages)
    }
}
