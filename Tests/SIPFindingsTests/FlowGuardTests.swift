import SIPFindings
import Testing
import TraceTypes
import _TestSupport

/// A poorer capture of the same traffic must not show what the whole one does not.
@Suite("What a poorer capture must not show")
struct FlowGuardTests {
    /// What a rule's findings may turn into where the capture lacks the history that makes the difference.
    private static let lesserRules = [
        "redirect/loop": "redirect/not-followed", "transfer/result-conflict": "transfer/failed",
    ]

    private func expectNoMore(in variants: [FlowVariant], of flow: Flow.Case, except: Set<String> = []) {
        let whole = flow.rules
        let allowed = whole.union(whole.compactMap { Self.lesserRules[$0] }).union(except)
        let more = variants.flatMap { variant in
            flow.rules(in: variant).subtracting(allowed).sorted().map { "\($0) in the capture that \(variant.name)" }
        }
        #expect(more == [])
    }

    @Test("Cut short", arguments: Flow.allCases)
    func cutShort(flow: Flow.Case) {
        expectNoMore(in: flow.cutShort, of: flow, except: flow.cured)
    }

    @Test("Begun late", arguments: Flow.allCases)
    func startedLate(flow: Flow.Case) {
        expectNoMore(in: flow.startedLate, of: flow)
    }

    @Test("One direction is missing", arguments: Flow.allCases)
    func oneWay(flow: Flow.Case) {
        expectNoMore(in: flow.oneWay, of: flow)
    }

    @Test("A frame is lost", arguments: Flow.allCases)
    func withHoles(flow: Flow.Case) {
        expectNoMore(in: flow.withHoles, of: flow)
    }

    @Test("Both sides of an address translator", arguments: Flow.allCases)
    func translated(flow: Flow.Case) {
        expectNoMore(in: flow.translated, of: flow)
    }

    @Test("Each packet twice, without identification", arguments: Flow.allCases)
    func capturedTwice(flow: Flow.Case) {
        expectNoMore(in: [flow.capturedTwice(isNumbered: false)], of: flow)
    }

    @Test("Each packet twice, with identification, is the same as once", arguments: Flow.allCases)
    func capturedTwiceNumbered(flow: Flow.Case) {
        #expect(flow.rules(in: flow.capturedTwice(isNumbered: true)) == flow.rules)
    }

    @Test("Years before and after", arguments: Flow.allCases)
    func shifted(flow: Flow.Case) {
        for years: Int64 in [-60, -1, 1, 30] {
            #expect(flow.rules(in: flow.shifted(by: .seconds(years * 31_556_952))) == flow.rules)
        }
    }

    @Test("What is cured is in the files")
    func upToDate() {
        let cured = Flow.allCases.filter { flow in
            !flow.cured.isSubset(of: Set(flow.cutShort.flatMap { flow.rules(in: $0) }).subtracting(flow.rules))
        }
        #expect(cured.map(\.description) == [])
    }
}

extension Flow.Case {
    /// The rules that find something in the case.
    fileprivate var rules: Set<String> { Set(findings.map(\.rule)) }

    fileprivate func rules(in variant: FlowVariant) -> Set<String> {
        Set(findings(in: variant.messages, until: variant.end, hasLoss: variant.hasLoss).map(\.rule))
    }
}
