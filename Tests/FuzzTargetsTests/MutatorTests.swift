import FuzzTargets
import SIPParsing
import Testing
import _TestSupport

@Suite("Mutations")
struct MutatorTests {
    @Test("One seed gives the same inputs again, another one others", arguments: FuzzTarget.allCases)
    func isRepeatable(target: FuzzTarget) {
        let mutator = Mutator(target)
        func inputs(_ seed: UInt64) -> [[UInt8]] {
            var numbers = SeededGenerator(seed: seed)
            return (0..<20).map { _ in mutator.input(&numbers) }
        }
        #expect(inputs(1) == inputs(1))
        #expect(inputs(1) != inputs(2))
    }

    /// What is damaged beyond recognition tests little.
    @Test func damagedMessagesAreMessagesAsARule() {
        let mutator = Mutator(.message)
        var numbers = SeededGenerator(seed: 3)
        var parser = MessageParser()
        var count = 0
        for _ in 0..<500 {
            if case .message = parser.parse(mutator.input(&numbers).span) { count += 1 }
        }
        #expect((250..<500).contains(count))
    }

    @Test(arguments: [
        (#""a""#, [[97]]), (#""\x0d\x0a""#, [[13, 10]]), (#""\"\\""#, [[34, 92]]), ("# \"a\"", []), ("a", []),
        ("\"", []),
        ("\"a\"\n\n\"b\"", [[97], [98]]),
    ])
    func tokensOfADictionary(text: String, tokens: [[UInt8]]) {
        #expect(TokenDictionary.tokens(text) == tokens)
    }

    @Test func theDictionaryIsRead() {
        #expect(TokenDictionary.tokens(FuzzInput.text("sip.dict")).count > 150)
    }
}
