import SIPParsing
import Testing

@Suite("Where a call has been: History-Info and Diversion")
struct DiversionTests {
    @Test("Entries with reasons, RFC 7044 section 5")
    func entries() throws {
        let text = """
            <sip:UserA@ims.example.com?Reason=SIP%3Bcause%3D302>;index=1.1,
             <sip:UserB@example.com?Privacy=history&Reason=SIP%3Bcause%3D486%3Btext%3D%22Busy%2C%20here%22>;index=1.2;mp=1.1,
             <sip:45432@192.168.0.3;cause=404>;index=1.3.10 ; RC=1.2
            """
        let entries = read(text) { HistoryInfo.list($0, $1) }
        #expect(entries.map(\.index) == [[1, 1], [1, 2], [1, 3, 10]])
        #expect(entries.map(\.mechanism) == [nil, .otherUser, .sameUser])
        #expect(entries.map(\.source) == [nil, "1.1", "1.2"])
        #expect(entries.map { $0.reasons.map(\.cause) } == [[302], [486], []])
        #expect(entries.map { $0.reasons.first?.text } == [nil, "Busy, here", nil])
        #expect(entries.map { $0.privacy?.kinds } == [nil, ["history"], nil])
        #expect(entries.map(\.cause) == [nil, nil, 404])
        #expect(entries.first?.target.text == "sip:UserA@ims.example.com")
    }

    @Test("Two reasons in one URI, RFC 3326 section 2")
    func reasons() {
        let text = "<sip:a@b?Reason=SIP%3Bcause%3D302%2CQ.850%3Bcause%3D17&reason=X.int%3Bcause%3D1>;index=1;np=1"
        let entry = read(text) { HistoryInfo($0, $1) }
        #expect(entry?.reasons.map(\.protocolName) == ["SIP", "Q.850", "X.int"])
        #expect(entry?.mechanism == .unchanged)
    }

    @Test(
        "An index is numbers with dots between them, RFC 7044 section 5",
        arguments: [
            ("1", [1]), ("1.2.3", [1, 2, 3]), ("1.0", [1, 0]), ("", nil), ("1.", nil), (".1", nil), ("1..2", nil),
            ("1.x", nil), ("-1", nil), ("1.4294967296", nil),
        ] as [(String, [UInt32]?)])
    func index(text: String, numbers: [UInt32]?) throws {
        let entry = try #require(read("<sip:a@b>;index=\(text)") { HistoryInfo($0, $1) })
        #expect(entry.index == numbers)
    }

    @Test("Without an index, and without an address")
    func nothing() throws {
        #expect(try #require(read("<tel:+1>;rc=1") { HistoryInfo($0, $1) }).index == nil)
        #expect(read("index=1") { HistoryInfo($0, $1) } == nil)
        #expect(read("") { HistoryInfo.list($0, $1) }.isEmpty)
    }

    @Test(
        "The cause of a service number's translation, RFC 8119 section 2",
        arguments: [("380", 380), ("x", nil), ("", nil)])
    func cause(text: String, cause: Int?) {
        #expect(read("<sip:a@b;cause=\(text)>;index=1") { HistoryInfo($0, $1) }?.cause == cause)
    }

    @Test("Diversions, RFC 5806 section 4")
    func diversions() throws {
        let text = """
            "Bob" <sip:+1@a>;reason=User-Busy;counter=2;limit=5;privacy="off";screen=yes, <tel:+2>;reason="x y"
            """
        let diversions = read(text) { Diversion.list($0, $1) }
        #expect(diversions.map(\.reason) == ["user-busy", "x y"])
        #expect(diversions.map(\.counter) == [2, nil])
        #expect(diversions.map(\.limit) == [5, nil])
        #expect(diversions.map(\.privacy) == ["off", nil])
        #expect(diversions.map(\.screen) == ["yes", nil])
        #expect(diversions.map(\.address.displayName) == ["Bob", nil])
        #expect(read("<sip:a@b;reason=no-answer>;counter=-1") { Diversion($0, $1) }?.reason == nil)
        #expect(read("<sip:a@b>;counter=-1") { Diversion($0, $1) }?.counter == nil)
        #expect(read(";reason=unknown") { Diversion($0, $1) } == nil)
    }
}
