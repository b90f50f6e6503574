import SIPChecking
import Testing

@Suite struct FingerprintTests {
    @Test func theDigestFollowsItsPartsAlone() {
        let print = Fingerprint(rule: "transfer/failed", method: "NOTIFY", code: 603, role: "callee", ordinal: 1)
        var other = print
        other.ordinal = 2
        #expect(print.text == "transfer/failed NOTIFY 603 callee 1")
        #expect(print.digest() == print.digest())
        #expect(print.digest().count == 16)
        #expect(print.digest() != other.digest())
        #expect(print.digest() != print.digest(with: "run.pcap"))
    }
}
