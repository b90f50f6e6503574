import SIPCatalog
import Testing

/// Claims that are often made about the codes and are wrong.
@Suite("Known errors are not repeated")
struct KnownErrorsTests {
    private let catalog = Catalog.english

    private func text(_ entry: CatalogEntry) -> String {
        ([entry.meaning, entry.says, entry.occasion, entry.choice] + entry.causes + entry.checks + entry.fix)
            .joined(separator: " ")
    }

    @Test("202 is deprecated for REFER and SUBSCRIBE, not for MESSAGE, and comes from the transferee")
    func accepted() {
        let entry = catalog.entry(for: 202)
        #expect(entry.status == .deprecated)
        #expect(entry.meaning.contains("deprecated for SUBSCRIBE (RFC 6665) and for REFER (RFC 7647)"))
        #expect(entry.meaning.contains("exactly like 200"))
        #expect(text(entry).contains("transferee"))
        #expect(!text(entry).contains("transfer target"))
        #expect(entry.checks.contains { $0.contains("before the 202") })
        #expect(catalog.entry(for: 202, situation: "MESSAGE").meaning.contains("not deprecated here"))
    }

    @Test("200 asks for ACK only in answer to INVITE, and does not end the call in answer to CANCEL")
    func success() {
        let meaning = catalog.entry(for: 200).meaning
        #expect(meaning.contains("For INVITE the call is answered and the caller sends an ACK"))
        #expect(meaning.contains("there is no ACK"))
        #expect(meaning.contains("200 to CANCEL does not end the call"))
        #expect(catalog.entry(for: 200, situation: "REFER").meaning.contains("does not mean that the transfer"))
    }

    @Test("403 should not be repeated unchanged, 401 and 407 invite a retry")
    func forbidden() {
        let entry = catalog.entry(for: 403)
        #expect(entry.meaning.contains("SHOULD NOT be repeated"))
        #expect(entry.fix.contains { $0.contains("Do not repeat the request unchanged") })
        for code in [401, 407] {
            #expect(catalog.entry(for: code).retry.contains("with credentials"))
            #expect(catalog.entry(for: code, situation: "first").meaning.contains("no fault"))
        }
    }

    @Test("302 is no error and is valid once unless it says otherwise")
    func moved() {
        let meaning = catalog.entry(for: 302).meaning
        #expect(meaning.contains("not an error"))
        #expect(meaning.contains("valid once unless"))
    }

    @Test("603 leaves the reason open, 607 is a person and 608 a machine with a card")
    func rejections() {
        #expect(catalog.entry(for: 603).meaning.contains("reason stays open"))
        #expect(!text(catalog.entry(for: 603)).contains("is busy"))
        #expect(catalog.entry(for: 607).decider == "the called person decided")
        #expect(catalog.entry(for: 608).decider.contains("intermediary"))
        #expect(catalog.entry(for: 608).carries.contains("purpose=jwscard"))
        #expect(!catalog.entry(for: 608).references.contains { $0.document == "RFC 3261" })
    }

    @Test("406 is not about codecs, 487 never answers a CANCEL, 408 may be the caller's own timeout")
    func others() {
        #expect(catalog.entry(for: 406).meaning.contains("not about codecs"))
        #expect(catalog.entry(for: 487).meaning.contains("never the CANCEL"))
        #expect(catalog.entry(for: 408, situation: "no-response").meaning.contains("No such message was on the wire"))
    }

    @Test(
        "What a failure ends follows RFC 5057 section 5.1",
        arguments: [
            (ResponseEffect.dialog, [404, 410, 416, 482, 483, 484, 485, 502, 604]),
            (.usage, [405, 408, 480, 481, 489, 501]),
        ])
    func effects(effect: ResponseEffect, codes: [Int]) {
        #expect(catalog.codes.filter { $0.ends == effect }.map(\.code) == codes)
    }

    @Test("Headers that a response must bring are named")
    func contracts() {
        let contracts = [
            401: "WWW-Authenticate", 405: "Allow", 407: "Proxy-Authenticate", 415: "Accept", 420: "Unsupported",
            421: "Require", 422: "Min-SE", 423: "Min-Expires", 424: "Geolocation-Error", 425: "AlertMsg-Error",
            469: "Recv-Info", 494: "Security-Server",
        ]
        for (code, header) in contracts {
            #expect(catalog.entry(for: code).carries.hasPrefix("carries \(header)"), "\(code)")
        }
    }
}
