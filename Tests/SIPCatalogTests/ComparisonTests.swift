import SIPCatalog
import Testing

@Suite("Comparing two codes")
struct ComparisonTests {
    private static let catalog = Catalog.english
    private static let codes = catalog.codes.map(\.code) + [189, 299, 399, 499, 498, 599, 699]

    /// What is said of the pair.
    private func sentences(_ comparison: Comparison) -> [String] {
        [comparison.summary] + comparison.differences.map(\.text) + comparison.choice + comparison.together
    }

    @Test("What is said of each code alone is whole", arguments: codes)
    func parts(code: Int) throws {
        let part = try #require(try Self.catalog.compare(code, 200).parts.first)
        for text in [part.description, part.occasion] + part.fix { #expect(Prose.faults(text) == [], "\(text)") }
        #expect(part.code == code && part.name.hasPrefix("\(code) "))
    }

    @Test("Every sentence about every pair is whole", arguments: codes)
    func grammar(first: Int) throws {
        for second in Self.codes {
            let comparison = try Self.catalog.compare(first, second)
            for text in sentences(comparison) {
                let faults = Prose.faults(text)
                if !faults.isEmpty { Issue.record("\(first) and \(second): \(faults): \(text)") }
            }
            let isSame = first == second
            #expect(comparison.isSame == isSame)
            #expect(comparison.parts.count == (isSame ? 1 : 2))
            #expect(comparison.differences.count == (isSame ? 0 : 9))
            #expect(comparison.together.isEmpty == isSame)
            #expect(comparison.choice.count == comparison.parts.count)
            #expect(comparison.parts.allSatisfy { !$0.fix.isEmpty })
        }
    }

    @Test("A profile is compared like a code")
    func profile() throws {
        let profile = try #require(try Self.catalog.entry(labelled: "603+"))
        for code in Self.codes {
            let comparison = try Self.catalog.compare(profile, Self.catalog.entry(for: code))
            #expect(comparison.title.hasPrefix("SIP 603+ Network Blocked vs \(code) "))
            for text in sentences(comparison) { #expect(Prose.faults(text) == [], "\(text)") }
        }
    }

    @Test("The pair of the reference site: 202 and 603")
    func acceptedAndDeclined() throws {
        let comparison = try Self.catalog.compare(202, 603)
        #expect(comparison.title == "SIP 202 Accepted vs 603 Decline")
        #expect(comparison.summary.contains("class 2xx (Success)"))
        #expect(comparison.summary.contains("class 6xx (Global Failure)"))
        #expect(comparison.differences.first?.label == "Class")
        #expect(comparison.differences.first?.isShared == false)
        #expect(comparison.together.contains { $0.contains("NOTIFY") && $0.contains("referred INVITE") })
    }

    @Test("The referred INVITE is spoken of only where one code can accept a REFER and the other end an INVITE")
    func transfer() throws {
        func speaksOfTransfer(_ first: Int, _ second: Int) throws -> Bool {
            try Self.catalog.compare(first, second).together.contains { $0.contains("referred INVITE") }
        }
        #expect(try speaksOfTransfer(603, 202))
        #expect(try speaksOfTransfer(200, 486))
        #expect(try !speaksOfTransfer(202, 412))
        #expect(try !speaksOfTransfer(204, 603))
        #expect(try !speaksOfTransfer(180, 486))
    }

    @Test("How two codes can meet follows from what they answer")
    func together() throws {
        func last(_ first: Int, _ second: Int) throws -> String {
            try #require(try Self.catalog.compare(first, second).together.last)
        }
        #expect(try last(486, 180).contains("180 Ringing while it is pending and 486 Busy Here as its final response"))
        #expect(try last(180, 486) == (try last(486, 180)))
        #expect(try last(180, 183).hasPrefix("Neither is final"))
        #expect(try last(486, 603).contains("a transaction has one final response"))
        #expect(try last(412, 486).hasPrefix("They do not answer the same requests: 412"))
    }

    @Test("What two codes share is said once")
    func shared() throws {
        let comparison = try Self.catalog.compare(486, 487)
        #expect(comparison.differences[0].text == "Both belong to class 4xx (Request Failure).")
        #expect(comparison.differences[0].isShared)
        let ends = try #require(comparison.differences.first { $0.label == "What ends" })
        #expect(ends.isShared && ends.text.hasPrefix("After either of them, only the transaction ends"))
    }

    @Test("A code compared with itself has no differences, a code of the same class has")
    func itself() throws {
        let same = try Self.catalog.compare(486, 486)
        #expect(same.summary.hasPrefix("This is one and the same code."))
        #expect(same.isSame)
        #expect(try !Self.catalog.compare(498, 499).isSame)
    }

    @Test("An unregistered code is not recommended for sending, a registered one is")
    func choice() throws {
        let choice = try Self.catalog.compare(477, 503).choice
        #expect(choice[0].hasPrefix("Do not send 477 "))
        #expect(choice[1].hasPrefix("Send 503 "))
        #expect(try Self.catalog.compare(499, 503).choice[0].hasPrefix("Do not send 499 "))
    }

    @Test("A number that is no status code is an error", arguments: [-1, 0, 42, 99, 700, 1000])
    func outside(code: Int) {
        #expect(throws: CatalogLookupError.notAStatusCode(code)) { try Self.catalog.compare(code, 200) }
        #expect(throws: CatalogLookupError.notAStatusCode(code)) { try Self.catalog.compare(200, code) }
    }
}
