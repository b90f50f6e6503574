import SIPBodies
import SIPParsing
import Testing

@Suite("What an XML body says")
struct XMLSummaryTests {
    @Test(
        "Registrations, RFC 3680 section 5.1",
        arguments: [
            (
                """
                <?xml version="1.0"?>
                <reginfo xmlns="urn:ietf:params:xml:ns:reginfo" version="0" state="full">
                  <registration aor="sip:user@example.com" id="as9" state="active">
                    <contact id="76" state="active" event="registered"><uri>sip:user@pc887.example.com</uri></contact>
                    <contact id="77" state="terminated" event="expired"><uri>sip:user@university.edu</uri></contact>
                  </registration>
                </reginfo>
                """, "full, sip:user@example.com active, 2 contacts, last event expired"
            ),
            (
                "<r:reginfo xmlns:r='urn:x' state='partial'><r:registration aor='sip:a@b' state='init'/>"
                    + "<r:registration aor='sip:c@d' state='terminated'><r:contact event='rejected'/></r:registration>"
                    + "</r:reginfo>",
                "partial, sip:a@b init, 0 contacts, sip:c@d terminated, 1 contact, last event rejected"
            ),
            ("<reginfo/>", "?, no registration"),
            ("<reginfo><contact/><x><registration/></x></reginfo>", "?, no registration"),
            ("<registration aor='a'/>", "root element registration, 1 element"),
        ])
    func registrations(body: String, expected: String) {
        #expect(details("application/reginfo+xml", body) == expected)
    }

    @Test(
        "Presence, RFC 3863 section 4.1",
        arguments: [
            (
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <impp:presence xmlns:impp="urn:ietf:params:xml:ns:pidf" entity="pres:someone@example.com">
                  <impp:tuple id="a"><impp:status><impp:basic>
                    open </impp:basic></impp:status><impp:note>in a
                    meeting</impp:note></impp:tuple>
                  <impp:tuple id="b"><impp:status><impp:basic>closed</impp:basic></impp:status></impp:tuple>
                </impp:presence>
                """, "pres:someone@example.com open, closed, \"in a meeting\""
            ),
            (
                "<presence entity='pres:a@b'><note>&lt;away&gt; &#8364;</note></presence>",
                "pres:a@b no basic status, \"<away> €\""
            ),
            (
                "<presence entity='pres:a@b'><note><![CDATA[<a> & b]]></note><tuple><status/></tuple></presence>",
                "pres:a@b no basic status, \"<a> & b\""
            ),
            // A basic element outside of a status says nothing.
            ("<presence><basic>open</basic></presence>", "? no basic status"),
        ])
    func presence(body: String, expected: String) {
        #expect(details("application/pidf+xml", body) == expected)
    }

    @Test(
        "Dialogs, RFC 4235 section 4.1",
        arguments: [
            (
                "<dialog-info version='0' state='full' entity='sip:alice@example.com'></dialog-info>",
                "sip:alice@example.com, version 0, full, no dialog"
            ),
            (
                "<dialog-info version='1' state='partial' entity='sip:a@b'><dialog id='1'><state>confirmed</state></dialog>"
                    + "<dialog id='2'><state event='rejected' code='486'>terminated</state></dialog></dialog-info>",
                "sip:a@b, version 1, partial, 2 dialogs: confirmed, terminated (rejected 486)"
            ),
            (
                "<dialog-info>" + String(repeating: "<dialog><state>early</state></dialog>", count: 6)
                    + "<dialog/></dialog-info>",
                "?, version ?, ?, 7 dialogs: early, early, early, early and 3 more"
            ),
        ])
    func dialogs(body: String, expected: String) {
        #expect(details("application/dialog-info+xml", body) == expected)
    }

    @Test(
        "Other documents: root element and size",
        arguments: [
            (
                "application/resource-lists+xml", "<rl:resource-lists xmlns:rl='u'><rl:list/></rl:resource-lists>",
                "root element resource-lists, 2 elements"
            ),
            ("application/rlmi+xml", "<list/>", "root element list, 1 element"),
            (
                "application/conference-info+xml", "<conference-info><a/><b/></conference-info>",
                "root element conference-info, 3 elements"
            ),
            ("text/xml", "<a/>", "root element a, 1 element"), ("application/xml", "<a/>", "root element a, 1 element"),
            // The type says XML, or it is not read as XML.
            ("application/xmlish", "<a/>", "4 bytes"), ("text/plain", "<a/>", "\"<a/>\""),
            ("text/xml", "<?b?><a><?b?><!-- c --></a >\n<!-- c --><?b c?> ", "root element a, 1 element"),
            // A prefix that is not declared does no harm.
            ("application/x+xml", "<a><dm:b rpid:c='1'/></a>", "root element a, 2 elements"),
        ])
    func others(type: String, body: String, expected: String) {
        let summary = summarize(type, Array(body.utf8))
        #expect(summary?.details == expected)
        #expect(summary?.anomalies.isEmpty == true)
    }

    @Test(
        "What is not well-formed is noted, what came before it is read",
        arguments: [
            ("<a><b></a>", "root element a, 2 elements; not well-formed"),
            ("<a><b/>", "root element a, 2 elements; not well-formed"),
            ("<a>\0</a>", "root element a, 1 element; not well-formed"),
            ("<a>&nbsp;</a>", "root element a, 1 element; not well-formed"),
            ("<a/><b/>", "root element a, 1 element; not well-formed"),
            ("<a/>text", "root element a, 1 element; not well-formed"),
            ("<a b=c/>", "not well-formed"), ("<a b='1' b='2'/>", "not well-formed"), ("hello", "not well-formed"),
            ("<", "not well-formed"), ("<>", "not well-formed"), ("</a>", "not well-formed"),
            ("\r\n<?xml version='1.0'?><a/>", "root element a, 1 element; not well-formed"),
            ("<presence entity='p'><tuple><status><basic>open</basic>", "p open; not well-formed"),
            ("<a>&#1;</a>", "root element a, 1 element; not well-formed"),
            ("<a>&#x110000;</a>", "root element a, 1 element; not well-formed"),
            ("<a>&#-5;&</a>", "root element a, 1 element; not well-formed"),
            ("<a></b>", "root element a, 1 element; not well-formed"), ("<a b='<'/>", "not well-formed"),
            ("<a><![CDATA[</a>", "root element a, 1 element; not well-formed"),
            ("<![CDATA[]]><a/>", "not well-formed"), ("<a b='1'c='2'/>", "not well-formed"),
            ("<1/>", "not well-formed"),
        ])
    func malformed(body: String, expected: String) {
        let summary = summarize("application/x+xml", Array(body.utf8))
        #expect(summary?.details == expected)
        #expect(summary?.anomalies.map(\.kind) == [.badXML])
    }

    @Test(
        "The anomaly's range begins where a document stops being well-formed",
        arguments: [
            ("<a>\0</a>", 3), ("<a/><b/>", 4), ("<a b=c/>", 5), ("<a><b></a>", 8), ("<a>&x;</a>", 3), ("<a>", 3),
            ("<a>é&x;</a>", 5), ("\r\n<?xml version='1.0'?><a/>", 0), ("\n<?xml version='1.0'?><a>", 25),
            ("<!DOCTYPE a><a/>", 11),
        ])
    func range(body: String, offset: Int) throws {
        let summary = try #require(summarize("text/xml", Array(body.utf8)))
        let anomaly = try #require(summary.anomalies.first)
        #expect(summary.anomalies.count == 1)
        #expect(anomaly.range.range.count == body.utf8.count - offset)
    }
}
