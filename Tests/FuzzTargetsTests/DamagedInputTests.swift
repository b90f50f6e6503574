import FuzzTargets
import Testing
import _TestSupport

@Suite("Damaged input breaks no invariant")
struct DamagedInputTests {
    private static let rounds = 1000
    /// Of the long ones, a few in each run: they take their time without optimization.
    private static let longRounds = 4
    /// Prefixes of long seeds are so many bytes apart.
    private static let prefixStep = 3

    @Test("Seeds with a few damages", arguments: FuzzTarget.allCases)
    func damages(target: FuzzTarget) {
        var numbers = SeededGenerator(seed: FuzzSeed.current)
        let mutator = Mutator(target)
        for round in 0..<Self.rounds {
            let input = mutator.input(&numbers)
            let damage = damage(target, input, "seed \(FuzzSeed.current), round \(round)")
            #expect(damage == nil)
            guard damage == nil else { return }
        }
    }

    @Test("Seeds with a long run of one thing", arguments: FuzzTarget.allCases)
    func repetitions(target: FuzzTarget) {
        var numbers = SeededGenerator(seed: FuzzSeed.current)
        let mutator = Mutator(target)
        for repetition in HugeRepetition.all.shuffled(using: &numbers).prefix(Self.longRounds) {
            let input = mutator.input(with: repetition, &numbers)
            let damage = damage(target, input, "seed \(FuzzSeed.current), \(repetition)")
            #expect(damage == nil)
            guard damage == nil else { return }
        }
    }

    @Test("Prefixes of every seed", arguments: FuzzTarget.allCases)
    func prefixes(target: FuzzTarget) {
        for seed in FuzzInput.seeds(of: target) {
            let step = seed.bytes.count < 100 ? 1 : Self.prefixStep
            for end in stride(from: 0, to: seed.bytes.count, by: step) {
                let damage = damage(target, Array(seed.bytes[..<end]), "\(seed.name) up to \(end)")
                #expect(damage == nil)
                guard damage == nil else { return }
            }
        }
    }
}
