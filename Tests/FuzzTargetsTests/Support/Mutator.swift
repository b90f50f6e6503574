import FuzzTargets

/// Damages seeds by a generator of random numbers.
struct Mutator {
    private enum Damage: CaseIterable {
        case flippedBit, changedByte, insertedToken, cutSpan, cutEnd, doubledSpan, splice, repeatedToken
    }

    private static let longestRepetition = 40
    private let seeds: [[UInt8]]
    private let tokens: [[UInt8]]

    /// Takes the seeds of a target, and the tokens of the dictionary.
    init(_ target: FuzzTarget) {
        seeds = FuzzInput.seeds(of: target).map(\.bytes)
        tokens = TokenDictionary.tokens(FuzzInput.text("sip.dict"))
    }

    /// A seed with a few damages.
    func input(_ numbers: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes = seed(&numbers)
        for _ in 0..<Int.random(in: 1...6, using: &numbers) {
            guard let damage = Damage.allCases.randomElement(using: &numbers) else { break }
            apply(damage, to: &bytes, &numbers)
        }
        return bytes
    }

    /// A seed with a long run of one thing in it.
    func input(with repetition: HugeRepetition, _ numbers: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes = seed(&numbers)
        bytes.insert(contentsOf: repetition.bytes, at: Int.random(in: 0...bytes.count, using: &numbers))
        return bytes
    }

    private func seed(_ numbers: inout some RandomNumberGenerator) -> [UInt8] {
        seeds.randomElement(using: &numbers) ?? []
    }

    private func apply(
        _ damage: Damage, to bytes: inout [UInt8], _ numbers: inout some RandomNumberGenerator
    ) {
        let offset = Int.random(in: 0...bytes.count, using: &numbers)
        let span = offset..<min(offset + Int.random(in: 1...60, using: &numbers), bytes.count)
        switch damage {
        case .flippedBit:
            if offset < bytes.count { bytes[offset] ^= 1 << UInt8.random(in: 0...7, using: &numbers) }
        case .changedByte:
            if offset < bytes.count { bytes[offset] = UInt8.random(in: 0...255, using: &numbers) }
        case .insertedToken:
            bytes.insert(contentsOf: token(&numbers), at: offset)
        case .cutSpan:
            bytes.removeSubrange(span)
        case .cutEnd:
            bytes.removeSubrange(offset...)
        case .doubledSpan:
            bytes.insert(contentsOf: bytes[span], at: Int.random(in: 0...bytes.count, using: &numbers))
        case .splice:
            let other = seed(&numbers)
            bytes.replaceSubrange(offset..., with: other[Int.random(in: 0...other.count, using: &numbers)...])
        case .repeatedToken:
            let count = Int.random(in: 2...Self.longestRepetition, using: &numbers)
            bytes.insert(contentsOf: Array(repeatElement(token(&numbers), count: count).joined()), at: offset)
        }
    }

    private func token(_ numbers: inout some RandomNumberGenerator) -> [UInt8] {
        tokens.randomElement(using: &numbers) ?? []
    }
}
