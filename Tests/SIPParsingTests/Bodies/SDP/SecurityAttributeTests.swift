import SIPParsing
import Testing

@Suite("SRTP, DTLS and ICE in a session description")
struct SecurityAttributeTests {
    private static let key = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz"

    @Test(
        "crypto, RFC 4568 section 9.1",
        arguments: [
            ("1 AES_CM_128_HMAC_SHA1_80 inline:\(key)|2^20|1:4", 1, "AES_CM_128_HMAC_SHA1_80", true),
            ("7 AEAD_AES_256_GCM inline:\(key) UNENCRYPTED_SRTP", 7, "AEAD_AES_256_GCM", true),
            ("1 AES_CM_128_HMAC_SHA1_80", 1, nil, false), ("1 inline:\(key)", 1, nil, false),
            ("1 \(key) AES_CM_128_HMAC_SHA1_80", 1, nil, false), ("inline:\(key)", nil, nil, false),
            ("\(key)", nil, nil, false),
            ("1234567890 F8_128_HMAC_SHA1_80 inline:\(key)", nil, "F8_128_HMAC_SHA1_80", false),
            ("", nil, nil, false),
        ] as [(String, UInt32?, String?, Bool)])
    func crypto(value: String, tag: UInt32?, suite: String?, isGood: Bool) throws {
        let description = try readSDP("m=audio 1 RTP/SAVP 0", "a=crypto:\(value)")
        let crypto = try #require(description.media.first?.attributes.cryptos.first)
        #expect(crypto.tag == tag)
        #expect(crypto.suite == suite)
        #expect(description.anomalies.isEmpty == isGood)
    }

    @Test(
        "Key material is kept nowhere, however damaged its line",
        arguments: [
            "k=clear:\(key)", "k=base64:\(key)", "k =clear:\(key)", "K=clear:\(key)",
            "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:\(key)",
            "a=crypto:1 inline:\(key)", "a=crypto:\(key)", "a=Crypto:1 X_Y inline:\(key)",
            "a=crypto :1 X_Y inline:\(key)",
            "a= crypto:1 X_Y inline:\(key)", "a=crypto1 X_Y inline:\(key)", "a=crypto 1 X_Y \(key)",
            "a=crypto=1 inline:\(key)",
            "a=inline:\(key)", "a=key-mgmt:mikey \(key)", "a=ice-pwd:\(key)", "a=ICE-PWD:\(key)", "a=ice-ufrag:\(key)",
            "a=acap:1 crypto:1 X_Y inline:\(key)", "a=acap:3 key-mgmt:mikey \(key)", "a=cpar: a=crypto:1 X_Y \(key)",
            "a=acap:1 ice-pwd:\(key)", "a=fmtp:0 x a=crypto:1 X_Y inline:\(key)", "a=x:INLINE:\(key)",
            "a=x:inline :\(key)",
            "i=x inline:\(key)", "s=crypto:1 \(key)", "m=audio 1 RTP/SAVP 0 a=crypto:1 X_Y inline:\(key)",
            "b=AS:1 inline:\(key)", "a=mid:inline:\(key)", "a=fingerprint:x inline:\(key)", "a=group:LS inline:\(key)",
            "a=rtpmap:0 inline:\(key)", "c=IN IP4 inline:\(key)", "o=- 1 1 IN IP4 inline:\(key)",
            "a=x:1\r\ninline:\(key)",
        ])
    func secrets(line: String) throws {
        for session in ["v=0\r\n", "v=0\r\nm=audio 1 RTP/SAVP 0\r\n"] {
            let description = try readSDP(line, session: session)
            #expect(!String(describing: description).contains(Self.key))
            #expect(!description.summary.contains(Self.key))
        }
    }

    @Test("Words that only look like secrets are kept", arguments: ["outline:1", "online", "a:b:c", "inline"])
    func noSecrets(value: String) throws {
        #expect(try readSDP("a=x:\(value)").attributes.others.first?.value == value)
    }

    @Test("setup, RFC 4145 section 4, and fingerprint, RFC 5763 section 5: a medium's count before the session's")
    func dtls() throws {
        let description = try readSDP(
            "a=setup:actpass", "a=fingerprint:sha-256 0A:1b:FF", "m=audio 1 UDP/TLS/RTP/SAVPF 0",
            "m=audio 1 UDP/TLS/RTP/SAVPF 0",
            "a=setup:passive", "a=fingerprint: SHA-1 4A:AD")
        #expect(description.media.map(\.setup) == [.actpass, .passive])
        #expect(description.media.map { $0.fingerprints.map(\.hashFunction) } == [["sha-256"], ["SHA-1"]])
        #expect(description.media.map { $0.fingerprints.map(\.value) } == [["0A:1b:FF"], ["4A:AD"]])
        #expect(description.media.first?.attributes.fingerprints == [])
        #expect(description.anomalies == [])
    }

    @Test(
        "What is neither role nor fingerprint",
        arguments: [
            "a=setup:", "a=setup:both", "a=setup:active\r\na=setup:active", "a=fingerprint:", "a=fingerprint:sha-1",
            "a=fingerprint:sha-1 xx", "a=fingerprint:sha-1 4A:A", "a=fingerprint:sha-1 4A: AD",
        ])
    func damagedDTLS(lines: String) throws {
        #expect(try readSDP(lines).anomalyKinds == [.badSDP])
    }

    @Test("ICE, RFC 8839 section 5")
    func ice() throws {
        let description = try readSDP(
            "a=ice-lite", "a=ice-options:ice2 trickle", "a=ice-ufrag:8hhY", "m=audio 1 RTP/AVP 0",
            "a=ice-pwd:asd88fgpdd777uzjYhagZg", "a=candidate:1 1 UDP 2130706431 203.0.113.141 8998 typ host",
            "a=candidate:1 2 UDP 2130706431 203.0.113.141 8999 typ HOST",
            "a=candidate:2 1 UDP 1694498815 192.0.2.3 45664 typ srflx raddr 203.0.113.141 rport 8998",
            "a=candidate:3 1 UDP 1 192.0.2.3 45665 typ prflx raddr 203.0.113.141 rport 8998",
            "a=candidate:4 1 UDP 1 192.0.2.4 1 typ relay raddr 192.0.2.3 rport 1",
            "a=candidate:5 1 TCP 1 192.0.2.4 9 typ new",
            "a=end-of-candidates", "m=audio 1 RTP/AVP 0", "a=ice-mismatch")
        #expect(description.attributes.ice.isLite)
        #expect(description.attributes.ice.options == ["ice2", "trickle"])
        #expect(description.media.map(\.usesICE) == [true, false])
        let ice = try #require(description.media.first?.attributes.ice)
        #expect(!ice.hasUsernameFragment && ice.hasPassword && ice.hasEndOfCandidates && !ice.hasMismatch)
        let count = ice.candidates
        #expect(
            [count.host, count.serverReflexive, count.peerReflexive, count.relayed, count.other] == [2, 1, 1, 1, 1])
        #expect(count.total == 6)
        #expect(description.media.last?.attributes.ice.hasMismatch == true)
        #expect(description.anomalies == [])
    }

    @Test(
        "Candidates that cannot be read are counted and noted",
        arguments: [
            ("", 1, 0), ("1 1 UDP 1 192.0.2.1 8998", 1, 0), ("1 1 UDP 1 192.0.2.1 8998 tip host", 1, 0),
            ("1 1 UDP 1 192.0.2.1 65536 typ host", 0, 1), ("1 x UDP 1 192.0.2.1 8998 typ host", 0, 1),
        ])
    func damagedCandidates(value: String, others: Int, hosts: Int) throws {
        let description = try readSDP("m=audio 1 RTP/AVP 0", "a=candidate:\(value)")
        let count = try #require(description.media.first?.attributes.ice.candidates)
        #expect([count.other, count.host] == [others, hosts])
        #expect(description.anomalyKinds == [.badSDP])
    }

    @Test(
        "What RFC 4568, RFC 8839 and RFC 3605 give to media alone",
        arguments: [
            "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x", "a=candidate:1 1 UDP 1 192.0.2.1 1 typ host", "a=rtcp:1",
        ])
    func mediaLevel(line: String) throws {
        #expect(try readSDP(line).anomalyKinds == [.badSDP])
        #expect(try readSDP("m=audio 1 RTP/AVP 0", line).anomalies == [])
    }
}
