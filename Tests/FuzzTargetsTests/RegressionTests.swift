import FuzzTargets
import Testing
import _TestSupport

@Suite("Inputs of Fixtures/fuzz")
struct RegressionTests {
    @Test("Seeds break no invariant", arguments: FuzzTarget.allCases)
    func seeds(target: FuzzTarget) {
        let seeds = FuzzInput.seeds(of: target)
        #expect(seeds.count >= 3)
        for seed in seeds { _ = breaksNothing(target, seed.bytes, seed.description) }
    }

    @Test("What once broke an invariant breaks it no more", arguments: FuzzInput.failures)
    func failures(input: FuzzInput) {
        let isFine = breaksNothing(input.target, input.bytes, input.description)
        let known = input.target.violations(input.bytes.span).filter(knownViolations.contain)
        guard isFine, let violation = known.first else { return }
        withKnownIssue { Issue.record("\(input.description): \(violation)") }
    }

    @Test("Every known violation is shown by an input", arguments: knownViolations.texts)
    func known(text: String) {
        let isShown = FuzzInput.failures.contains { input in
            input.target.violations(input.bytes.span).contains { KnownViolations(text).contain($0) }
        }
        #expect(isShown, "mended, or never shown: take the line '\(text)' out of Fixtures/fuzz/known.txt")
    }
}
