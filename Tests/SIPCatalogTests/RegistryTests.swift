import Foundation
import Testing

@testable import SIPCatalog

@Suite("The registry of SIP response codes (IANA)")
struct RegistryTests {
    /// Code, number of the RFC that defines it, and phrase.
    private static let registry = """
        100 3261 Trying
        180 3261 Ringing
        181 3261 Call Is Being Forwarded
        182 3261 Queued
        183 3261 Session Progress
        199 6228 Early Dialog Terminated
        200 3261 OK
        202 6665 Accepted
        204 5839 No Notification
        300 3261 Multiple Choices
        301 3261 Moved Permanently
        302 3261 Moved Temporarily
        305 3261 Use Proxy
        380 3261 Alternative Service
        400 3261 Bad Request
        401 3261 Unauthorized
        402 3261 Payment Required
        403 3261 Forbidden
        404 3261 Not Found
        405 3261 Method Not Allowed
        406 3261 Not Acceptable
        407 3261 Proxy Authentication Required
        408 3261 Request Timeout
        410 3261 Gone
        412 3903 Conditional Request Failed
        413 3261 Request Entity Too Large
        414 3261 Request-URI Too Long
        415 3261 Unsupported Media Type
        416 3261 Unsupported URI Scheme
        417 4412 Unknown Resource-Priority
        420 3261 Bad Extension
        421 3261 Extension Required
        422 4028 Session Interval Too Small
        423 3261 Interval Too Brief
        424 6442 Bad Location Information
        425 8876 Bad Alert Message
        428 8224 Use Identity Header
        429 3892 Provide Referrer Identity
        430 5626 Flow Failed
        433 5079 Anonymity Disallowed
        436 8224 Bad Identity Info
        437 8224 Unsupported Credential
        438 8224 Invalid Identity Header
        439 5626 First Hop Lacks Outbound Support
        440 5393 Max-Breadth Exceeded
        469 6086 Bad Info Package
        470 5360 Consent Needed
        480 3261 Temporarily Unavailable
        481 3261 Call/Transaction Does Not Exist
        482 3261 Loop Detected
        483 3261 Too Many Hops
        484 3261 Address Incomplete
        485 3261 Ambiguous
        486 3261 Busy Here
        487 3261 Request Terminated
        488 3261 Not Acceptable Here
        489 6665 Bad Event
        491 3261 Request Pending
        493 3261 Undecipherable
        494 3329 Security Agreement Required
        500 3261 Server Internal Error
        501 3261 Not Implemented
        502 3261 Bad Gateway
        503 3261 Service Unavailable
        504 3261 Server Time-out
        505 3261 Version Not Supported
        513 3261 Message Too Large
        555 8599 Push Notification Service Not Supported
        580 3312 Precondition Failure
        600 3261 Busy Everywhere
        603 3261 Decline
        604 3261 Does Not Exist Anywhere
        606 3261 Not Acceptable
        607 8197 Unwanted
        608 8688 Rejected
        """

    private struct Row: Hashable {
        let code: Int
        let document: String
        let phrase: String
    }

    private static let rows: [Row] = registry.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count == 3, let code = Int(words[0]) else { return nil }
        return Row(code: code, document: "RFC " + words[1], phrase: words[2])
    }

    @Test("Exactly the registered codes are told to be, by their phrases, each with the RFC that defines it")
    func entries() {
        #expect(Self.rows.count == 75)
        let registered = Catalog.english.codes.filter { $0.status != .unregistered }
        #expect(registered.map { "\($0.code) \($0.phrase)" } == Self.rows.map { "\($0.code) \($0.phrase)" })
        for (entry, row) in zip(registered, Self.rows) {
            #expect(entry.references.contains { $0.document == row.document }, "\(row.code): \(row.document)")
        }
    }

    @Test("The list here is that of the shared facts, where these are at hand")
    func sharedFacts() throws {
        guard let shared = ProcessInfo.processInfo.environment["SIPWATCH_SHARED"] else { return }
        let table = try String(contentsOfFile: shared + "/sip/codes.tsv", encoding: .utf8)
        let known = table.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        .filter { $0.last?.hasPrefix("IANA") == true }.map { "\($0[0]) \($0[1].replacing(" (Deprecated)", with: ""))" }
        #expect(known == Self.rows.map { "\($0.code) \($0.phrase)" })
    }

    @Test("Every reference is a document with a section, or a document", arguments: CatalogLanguage.allCases)
    func references(language: CatalogLanguage) {
        let catalog = Catalogs.of(language)
        let all =
            catalog.codes.flatMap(\.references) + catalog.topics.flatMap(\.references)
            + catalog.codes.flatMap { catalog.situations(of: $0.code) }.flatMap(\.references)
            + catalog.reference.entries.flatMap(\.references)
        #expect(all.count > 1_000)
        let form = /^(?:[0-9]+(?:\.[0-9]+)*|Appendix [A-Z].*|[A-Z](?:\.[0-9]+)*|Table [0-9]+)$/
        for reference in all {
            let isSection = (reference.section ?? "1").contains(form)
            if reference.document.hasPrefix("RFC ") {
                let isNumbered = reference.document.dropFirst(4).allSatisfy { $0.isNumber }
                #expect(isNumbered, "\(reference)")
                #expect(isSection, "\(reference)")
            }
            #expect(!reference.document.isEmpty && reference.document.first?.isWhitespace == false)
        }
        for entry in catalog.codes {
            #expect(entry.references.contains { $0.document.hasPrefix("RFC ") } || entry.status == .unregistered)
        }
    }

    @Test("What no registry has says so", arguments: CatalogLanguage.allCases)
    func unregistered(language: CatalogLanguage) {
        let catalog = Catalogs.of(language)
        let renderer = ExplainRenderer(catalog: catalog)
        for entry in catalog.codes where entry.status == .unregistered {
            #expect(renderer.render(entry, as: .text).contains("IANA"), "\(entry.code)")
        }
        for entry in catalog.reference.entries where !entry.isRegistered {
            let page = ReferenceRenderer(catalog: catalog).render([entry], as: .markdown)
            #expect(page.contains(catalog.text(EntryPhrase.unregistered)), "\(entry.key)")
        }
    }
}
