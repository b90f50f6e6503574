import SIPParsing
import Testing
import _TestSupport

@Suite struct InspectionLimitsTests {
    @Test(arguments: [
        ("Contact: <sip:a>,<sip:a>", []), ("Contact: <sip:a>,<sip:a>,<sip:a>", ["too-many-values: <sip:a>"]),
        ("Contact: <sip:a>;a;b", []), ("Contact: <sip:a>;a;b;c, <sip:a>", ["too-many-parameters: c, <sip:a>"]),
        ("Authorization: Digest a=b,c=d", []), ("Authorization: Digest a=b,c=d,e=f", ["too-many-parameters: e=f"]),
        ("User-Agent: (a (b))", []), ("User-Agent: (a (b (c)))", ["nesting-too-deep: (c)))"]),
        ("Supported: ,,,,,,,,,,", ["empty-list-item: ,", "empty-list-item: ,", "empty-list-item: ,"]),
    ])
    func limits(_ line: String, _ found: [String]) {
        var limits = ParsingLimits()
        limits.listedValues = 2
        limits.parameters = 2
        limits.nesting = 2
        limits.anomalies = 3
        #expect(inspect(request(with: line), MessageInspector(limits: limits)) == found)
    }

    /// Values that would take a slow reader the square of their length.
    @Test(arguments: [
        "Contact: ", "Via: SIP/2.0/UDP a", "Authorization: Digest ", "User-Agent: ", "Warning: ", "Accept: ",
        "From: ", "P-Charging-Vector: ", "Retry-After: 1 ", "Alert-Info: ", "X-Unknown: ",
    ])
    func hostileValues(_ start: String) {
        for piece in [
            "<", "\"", "(", ";", ",", "\\", "[", "a@", "%", ":", "<sip:a>,", ";a=\"", "sip:a,", "\"a\" <", "a=\"b,",
        ] {
            let count = 65_536 / piece.utf8.count
            let found = inspect(request(with: start + String(repeating: piece, count: count)))
            #expect((found?.count ?? 0) <= ParsingLimits.standard.anomalies)
        }
    }

    /// Whatever bytes come, the inspection ends, and its ranges lie in the message.
    @Test(arguments: 0..<40)
    func mutations(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var parser = MessageParser()
        let telling = Array("\"<>;,=()[]:@%\\*? \r\n\u{0}".utf8)
        for message in TortureMessage.all {
            var bytes = message.bytes
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                let place = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = telling.randomElement(using: &generator) ?? 0
                case 1: bytes.insert(telling.randomElement(using: &generator) ?? 0, at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 3))
                }
                if bytes.isEmpty { bytes = [0] }
            }
            guard case .message = parser.parse(bytes.span) else { continue }
            var inspector = MessageInspector()
            for anomaly in inspector.inspect(parser.message, bytes.span) {
                #expect(anomaly.range.range.upperBound <= bytes.count, "seed \(seed), \(message.name)")
            }
        }
    }
}
