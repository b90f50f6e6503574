import FuzzTargets
import Testing
import _TestSupport

@Suite("Inputs of Fixtures/fuzz")
struct RegressionTests {
    @Test("Seeds break no invariant", arguments: FuzzTarget.allCases)
    func seeds(target: FuzzTarget) {
        let seeds = FuzzInput.seeds(of: target)
        #expect(seeds.count >= 3)
        for seed in seeds { #expect(damage(target, seed.bytes, seed.description) == nil) }
    }

    @Test("What once broke an invariant breaks it no more", arguments: FuzzInput.failures)
    func failures(input: FuzzInput) {
        #expect(damage(input.target, input.bytes, input.description) == nil)
    }
}
