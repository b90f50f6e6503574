import SIPParsing
import Testing

@Suite("Transfers: Refer-To and Replaces")
struct ReferTests {
    @Test("An attended transfer names the dialog to replace, RFC 3891 section 6.1")
    func attended() throws {
        let text =
            "Carol <sip:carol@c.com;user=phone?Replaces=12345%40118.3.3%3Bto-tag%3D12345%3Bfrom-tag%3D5FFE-3994&X=1>;a=b"
        let referTo = try #require(read(text) { ReferTo($0, $1) })
        #expect(referTo.target.text == "sip:carol@c.com;user=phone")
        #expect(referTo.address.displayName == "Carol")
        #expect(referTo.method == nil)
        let replaces = try #require(referTo.replaces)
        #expect(replaces.callID == "12345@118.3.3")
        #expect(replaces.toTag == "12345")
        #expect(replaces.fromTag == "5FFE-3994")
        #expect(!replaces.earlyOnly)
    }

    @Test("A blind transfer, RFC 3515 section 2.1", arguments: ["sip:dave@denver.com", "<sip:dave@denver.com>;x=y"])
    func blind(text: String) throws {
        let referTo = try #require(read(text) { ReferTo($0, $1) })
        #expect(referTo.target.text == "sip:dave@denver.com")
        #expect(referTo.replaces == nil)
        #expect(referTo.method == nil)
    }

    @Test("The method of the referred request, RFC 3515 section 2.1")
    func method() {
        #expect(read("<sip:a@b;method=SUBSCRIBE>") { ReferTo($0, $1) }?.method == "SUBSCRIBE")
        #expect(read("<nothing>") { ReferTo($0, $1) } == nil)
    }

    @Test(
        "Dialog identifiers: RFC 3891 section 6.1, RFC 3911, RFC 4538 section 7",
        arguments: [
            (
                "98732@sip.example.com ;from-tag=r33th4x0r ;to-tag=ff87ff", "98732@sip.example.com", "ff87ff",
                "r33th4x0r", false
            ),
            ("12adf2f34456gs5;to-tag=12345;from-tag=54321;early-only", "12adf2f34456gs5", "12345", "54321", true),
            (
                "fa77as7dad8-sd98ajzz@host.example.com;local-tag=kkaz-;remote-tag=6544",
                "fa77as7dad8-sd98ajzz@host.example.com", "kkaz-", "6544", false
            ),
            ("only@id", "only@id", "", "", false),
        ])
    func replaces(text: String, callID: String, toTag: String, fromTag: String, earlyOnly: Bool) throws {
        let replaces = try #require(read(text) { Replaces($0, $1) })
        #expect(replaces.callID == callID)
        #expect(replaces.toTag == toTag)
        #expect(replaces.fromTag == fromTag)
        #expect(replaces.earlyOnly == earlyOnly)
        #expect(Replaces.parse(text) == replaces)
    }

    @Test("No Call-ID, no dialog", arguments: ["", ";to-tag=1;from-tag=2", "  "])
    func noCallID(text: String) {
        #expect(Replaces.parse(text) == nil)
    }
}
