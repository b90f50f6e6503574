import Testing

/// What the grammar allows, however rare it is, is passed over in silence.
@Suite struct LegalConstructionTests {
    @Test(
        "RFC 3261 sections 20 and 25.1: addresses",
        arguments: [
            "From: sip:a@example.com;tag=1", "From: \"A. \\\"B\\\" <C>, D\" <sip:a@example.com>;tag=1",
            "From: A B-C. <sip:a@example.com>;tag=1", "From: A<sip:a@example.com>;tag=1",
            "From: <sip:a@b>;tag=1;x;y=\"z;,\"",
            "To: <tel:+358-555-1234567;phone-context=example.com>", "To: sip:b@example.com ; tag = x",
            "To: <urn:service:sos>", "To: isbn:2983792873", "To: \"\" <sip:b@example.com>",
            "Contact: *", "Contact: sip:a@example.com",
            "Contact: sip:a@example.com;expires=60;q=0.5, <sip:c@d>;q=1.000",
            "Contact: <sip:a@example.com;transport=tcp>;+sip.instance=\"<urn:uuid:0>\";reg-id=1;methods=\"INVITE, BYE\"",
            "Contact: <sip:user@example.com?Route=%3Csip:example.com%3E&Subject=>",
            "Contact: <sip:[2001:db8::1]:5060;ob>",
            "Contact: <sip:a;b=c,d?e/f:p&w@example.com;lr;a=[b]/c:d&e+f$>", "Contact: <mailto:a@example.com>",
            "Contact: \"A, B\" <sip:a@example.com>, B <sips:b@example.com>", "m: <sip:%20%61@example.com>",
            "Route: <sip:p.example.com;lr>, <sip:q.example.com;lr>;x=y", "Record-Route: <sip:[::1];lr>",
            "P-Asserted-Identity: \"A\" <sip:a@example.com>, tel:+15551234", "Reply-To: sip:a@example.com",
            "Refer-To: <sip:c@example.com?Replaces=1%40a%3Bto-tag%3D2%3Bfrom-tag%3D3>;x",
            "Referred-By: <sip:a@example.com>;cid=\"1@example.com\"", "P-Associated-URI:",
            "History-Info: <sip:a@b?Reason=SIP%3Bcause%3D302>;index=1, <sip:c@d>;index=1.1;mp=1",
            "Diversion: <tel:+15551234>;reason=user-busy;counter=1",
            "Call-Info: <http://a.example.com/b?c=d>;purpose=icon",
            "Alert-Info: <http://www.example.com/sounds/moo.wav>, <urn:alert:service:call-waiting>",
            "Geolocation: <cid:1@example.com>;inserted-by=\"p.example.com\"",
        ])
    func addresses(_ line: String) {
        expectSilence(request(with: line))
    }

    @Test(
        "RFC 3261 sections 20.42 and 25.1, RFC 3581, RFC 5118 section 4.5: Via",
        arguments: [
            "Via: SIP / 2.0 / UDP first.example.com : 4000;ttl=16\r\n ;maddr=224.2.0.1 ;branch=z9hG4bKa7c6a8dlze.1",
            "Via: SIP/2.0/UDP [2001:db8::9:1]:5060;received=2001:db8::9:255;branch=z9hG4bK1",
            "Via: SIP/2.0/UDP a.example.com;received=[2001:db8::9:255];rport=5060;branch=z9hG4bK1",
            "Via: SIP/2.0/TLS-SCTP a;branch=z9hG4bK1;rport;alias, SIP/2.0/WSS b.invalid;branch=z9hG4bK2;keep=\"x, y\"",
        ])
    func vias(_ line: String) {
        expectSilence(request(with: line))
    }

    @Test(
        "RFC 3261 section 25.1 and the extensions' RFCs: other values",
        arguments: [
            "Max-Forwards: 0068", "Expires: 4294967295", "Retry-After: 120 (I'm \\( in (a) meeting);duration=3600",
            "Date: Sat, 13 Nov 2010 23:29:00 GMT", "Timestamp: 54.21 0.1", "Timestamp: 54", "MIME-Version: 1.0",
            "RAck: 776656 1 INVITE", "Session-Expires: 1800;refresher=uac", "Min-SE: 90", "In-Reply-To: a@b, c(d",
            "Accept: application/sdp;level=1, */*;q=0.1, text/*", "Accept:", "Accept-Encoding: *;q=0, gzip",
            "Accept-Language: da, en-GB;q=0.8", "Content-Type: multipart/mixed ; boundary=\"a b\"", "Supported:",
            "Content-Type: application/pkcs7-mime;smime-type=enveloped-data", "Allow: INVITE, X-Y.z!",
            "Warning: 307 isi.edu \"Session parameter 'foo', not understood\", 399 [2001:db8::1]:5060 \"\"",
            "Warning: 399 pseudonym \"a\"", "Event: presence.winfo;id=1",
            "Subscription-State: terminated;reason=noresource",
            "Replaces: 98732@sip.example.com;from-tag=r33th4x0r;to-tag=ff87ff;early-only", "Privacy: id;critical",
            "Reason: Q.850;cause=16;text=\"Terminated, so\", SIP;cause=200",
            "P-Charging-Vector: icid-value=1;orig-ioi=a.b",
            "P-Access-Network-Info: IEEE-802.11;network-provided, 3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=208",
            "Accept-Contact: *;+g.poc.talkburst;require;explicit",
            "Security-Client: ipsec-3gpp;alg=hmac-sha-1-96;q=0.1",
            "User-Agent: A/1.0 (b (c); d) E", "Server: (only a comment)", "Subject:",
            "Session-ID: ab30317f1a784dc4;remote=0",
            "Authorization: Digest username=\"a\", realm=\"b, c\",nc=00000001 , qop=auth, uri=\"sip:b\"",
            "Authorization: Bearer mF_9.B5f-4.1JqM+/==", "Authorization: NoOneKnowsThisScheme opaque-data=here",
            "WWW-Authenticate: Digest realm=\"a\", qop=\"auth,auth-int\"",
            "Identity: a/b=;info=<https://a.example>;alg=ES256",
            "User-to-User: 56a390f3d2b7310023a2;encoding=hex", "P-Early-Media: supported", "Suppress-If-Match: *",
            "P-Charging-Function-Addresses: ccf=[5555::1]; ccf=192.0.2.1, ecf=a.example.com", "Refer-Sub: false",
            "UnknownHeaderWithUnusualValue: ;;,,;;,;", "%6F!x: y", "C%6Fntact: z",
        ])
    func others(_ line: String) {
        expectSilence(request(with: line))
    }

    @Test(
        "RFC 3261 section 7.3.1: fields that may stand twice",
        arguments: [
            "Contact: <sip:a@b>\r\nContact: <sip:c@d>", "Route: <sip:a;lr>\r\nRoute: <sip:b;lr>",
            "Authorization: Digest realm=\"a\"\r\nAuthorization: Digest realm=\"b\"", "X-A: 1\r\nX-A: 2",
            "Identity: a;info=<b>\r\nIdentity: c;info=<d>",
        ])
    func repetition(_ lines: String) {
        expectSilence(request(with: lines))
    }

    /// Neither the parser nor the inspector notes anything.
    private func expectSilence(_ bytes: [UInt8], _ place: SourceLocation = #_sourceLocation) {
        #expect(inspect(bytes) == [], sourceLocation: place)
        #expect(parsedAnomalies(bytes) == [], sourceLocation: place)
    }
}
