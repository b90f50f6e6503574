import Testing

@testable import SIPCatalog

@Suite("Looking up")
struct LookupTests {
    private let catalog = Catalog.english

    @Test(
        "A code that the catalog lacks gets the text of its class",
        arguments: [(150, 183), (299, 200), (399, 300), (499, 400), (599, 500), (699, 600)])
    func fallback(code: Int, substitute: Int) {
        let entry = catalog.entry(for: code)
        #expect(entry.isFallback)
        #expect(entry.code == code)
        #expect(entry.treatedAs == substitute)
        #expect(entry.meaning.contains(String(substitute)))
        #expect(entry.name.hasPrefix("\(code) Unknown "))
    }

    @Test("A code that the catalog has is no fallback")
    func known() {
        for entry in catalog.codes {
            #expect(!entry.isFallback && entry.treatedAs == nil)
            #expect(catalog.entry(for: entry.code) == entry)
        }
    }

    @Test("Every number gets an answer", arguments: [Int.min, -1, 0, 99, 700, Int.max])
    func outside(code: Int) {
        let entry = catalog.entry(for: code)
        #expect(entry.responseClass == nil && entry.isFallback && entry.treatedAs == nil)
        #expect(entry.phrase == "Not a Status Code")
        #expect(throws: CatalogLookupError.notAStatusCode(code)) { try catalog.checkedEntry(for: code) }
    }

    @Test("A situation replaces the texts that it sharpens and leaves the others")
    func situation() {
        let plain = catalog.entry(for: 202)
        let refer = catalog.entry(for: 202, situation: "REFER")
        #expect(refer.short != plain.short && refer.fix != plain.fix && refer.meaning != plain.meaning)
        #expect(refer.phrase == plain.phrase && refer.retry == plain.retry)
        #expect(catalog.entry(for: 202, situation: "unheard-of") == plain)
        #expect(catalog.entry(for: 202, situation: nil) == plain)
    }

    @Test("The short text is that of the situation, else of the code")
    func short() {
        #expect(catalog.short(code: 401, situation: "first") == "normal first challenge")
        #expect(catalog.short(code: 401) == catalog.entry(for: 401).short)
        #expect(catalog.short(code: 202, situation: "unheard-of") == catalog.entry(for: 202).short)
        #expect(catalog.short(code: 486) == catalog.entry(for: 486).short)
        #expect(catalog.short(code: 499) == catalog.entry(for: 499).short)
        #expect(catalog.short(code: 7) == "no valid status code")
    }

    @Test("A label finds a code or a profile, other text finds nothing")
    func labels() throws {
        #expect(try catalog.entry(labelled: "486")?.code == 486)
        let profile = try #require(try catalog.entry(labelled: "603+"))
        #expect(profile.code == 603 && profile.status == .profile && profile.phrase == "Network Blocked")
        #expect(try catalog.entry(labelled: "603")?.phrase == "Decline")
        #expect(try catalog.entry(labelled: "604+") == nil)
        #expect(try catalog.entry(labelled: "busy") == nil)
        #expect(throws: CatalogLookupError.notAStatusCode(700)) { try catalog.entry(labelled: "700") }
    }

    @Test("A topic is found by its rule alone")
    func topic() {
        #expect(catalog.topic("invite/missing-ack")?.rule == "invite/missing-ack")
        #expect(catalog.topic("invite/missing") == nil)
    }

    @Test("Classes carry the names of the registry")
    func classes() {
        let names = ResponseClass.allCases.map { "\($0.pattern) \(catalog.name(of: $0))" }
        #expect(
            names == [
                "1xx Provisional", "2xx Success", "3xx Redirection", "4xx Request Failure", "5xx Server Failure",
                "6xx Global Failure",
            ])
    }

    @Test("A catalog without data answers without a text")
    func empty() {
        let empty = Catalog()
        #expect(empty.entry(for: 486).short.isEmpty)
        #expect(empty.entry(for: 486).isFallback)
        #expect(empty.short(code: 486).isEmpty && empty.short(code: 7).isEmpty)
    }
}
