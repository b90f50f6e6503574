import SIPParsing
import TraceTypes

/// Makes a case out of its lines, one after the other.
struct FlowBuilder {
    /// What passed of a request and its responses.
    struct Sent {
        var request: SIPScenario.Request
        var sender: String
        var receiver: String
        var label: String?
        var isInitial: Bool
        /// 0 without a final response.
        var finalStatus: UInt16 = 0
        /// The tag of To in the last response that had one.
        var answerTag: String?
    }

    /// The tags of a dialog by party, and the request that made it.
    struct Dialog {
        var tags: [String: String]
        var request: Int?
    }

    /// A message as it passed.
    struct Copy {
        var text: String
        var sender: String
        var receiver: String
        var label: String?
    }

    /// A message line without its words.
    struct Hop {
        var line: FlowLine
        var time: Double
        var sender: SIPScenario.Party
        var receiver: SIPScenario.Party
    }

    var result: Flow.Case
    private let head: FlowLine
    var parties = Dictionary(
        uniqueKeysWithValues: [SIPScenario.Party.alice, .bob, .carol, .dave, .proxy].map { ($0.name, $0) })
    var callID = SIPScenario.defaultCallID
    var requests: [Sent] = []
    var copies: [Copy] = []
    /// By Call-ID and the two parties.
    var dialogs: [[String]: Dialog] = [:]
    /// RAck and the tag of To for the last response with RSeq, by Call-ID.
    var reliable: [String: (rack: String, tag: String?)] = [:]
    private var lastTime = 0.0

    /// An empty case, which begins at a line.
    init(_ empty: Flow.Case, _ head: FlowLine) {
        result = empty
        self.head = head
    }

    /// The whole case.
    func finish() throws(FlowError) -> Flow.Case {
        guard !result.scenario.messages.isEmpty else { throw head.error(.noMessage) }
        return result
    }

    /// Takes in a line with those below it.
    mutating func add(_ block: FlowBlock) throws(FlowError) {
        let words = block.head.words
        if words.count > 2, words[2].is(">") { return try addMessage(block, words) }
        if let below = block.details.first { throw below.error(.noMessageAbove) }
        try addSetting(block.head, words)
    }

    /// Reads a point in time.
    mutating func time(_ text: String, _ line: FlowLine) throws(FlowError) -> Double {
        let isRelative = text.hasPrefix("+")
        guard let value = Double(text.drop { $0 == "+" }), value >= 0, value < 1e9 else {
            throw line.error(.notAValue(text))
        }
        return isRelative ? lastTime + value : value
    }

    /// The party of a name.
    func party(_ name: String, _ line: FlowLine) throws(FlowError) -> SIPScenario.Party {
        guard let party = parties[name] else { throw line.error(.unknownParty(name)) }
        return party
    }

    private mutating func addMessage(_ block: FlowBlock, _ words: [FlowLine.Word]) throws(FlowError) {
        let line = block.head
        guard words.count > 4 else { throw line.error(.form("TIME SENDER > RECEIVER METHOD|STATUS")) }
        let sender = try party(words[1].text, line)
        let hop = Hop(
            line: line, time: try time(words[0].text, line), sender: sender, receiver: try party(words[3].text, line))
        lastTime = hop.time
        let details = try FlowDetails(block.details, from: sender)
        let (verb, rest) = (words[4], words[5...])
        switch verb.text {
        case "again" where !verb.isQuoted:
            if let below = block.details.first { throw below.error(.noMessageAbove) }
            try repeatMessage(hop, rest)
        case "forward" where !verb.isQuoted: try forward(hop, FlowWords(request: rest, line), details)
        case let text where text.count == 3 && text.allSatisfy(\.isNumber):
            guard let status = UInt16(text) else { throw line.error(.notAValue(text)) }
            try respond(status, hop, FlowWords(response: rest, line), details)
        case let text where verb.isQuoted || text.allSatisfy { !$0.isLowercase }:
            try request(text, hop, FlowWords(request: rest, line), details)
        default: throw line.error(.unknownWord(verb.text))
        }
    }
}
