import SIPParsing

/// The words behind the method or the status of a message line.
struct FlowWords {
    /// Which request a message is about.
    enum Target {
        case method(String)
        case label(String)
    }

    /// What stands in front of the words: the Request-URI of a request, the phrase of a response.
    private(set) var lead: String?
    private(set) var to: String?
    private(set) var from: String?
    private(set) var tag: String?
    private(set) var toTag: String?
    private(set) var cseq: UInt32?
    private(set) var branch: String?
    private(set) var call: String?
    private(set) var isNew = false
    private(set) var target: Target?
    private(set) var label: String?

    /// The words of a request, which may begin with a URI.
    init(request words: ArraySlice<FlowLine.Word>, _ line: FlowLine) throws(FlowError) {
        var words = words
        if let first = words.first, first.isQuoted || first.text.prefix(while: { $0 != "=" }).contains(":") {
            lead = first.text
            words = words.dropFirst()
        }
        try read(words, line)
    }

    /// The words of a response, which may begin with a phrase of several words.
    init(response words: ArraySlice<FlowLine.Word>, _ line: FlowLine) throws(FlowError) {
        let phrase = words.prefix { $0.isQuoted || !Self.isKeyword($0.text) }
        if !phrase.isEmpty { lead = phrase.map(\.text).joined(separator: " ") }
        try read(words.dropFirst(phrase.count), line)
        if let word = to ?? from ?? (isNew ? "new" : nil) { throw line.error(.unknownWord(word)) }
    }

    /// A word that would make a forwarded request another one.
    var identity: String? {
        to ?? from ?? tag ?? toTag ?? cseq.map { "cseq=\($0)" } ?? (isNew ? "new" : nil)
    }

    private static func isKeyword(_ word: String) -> Bool {
        ["to", "from", "new", "for"].contains(word) || word.contains("=") || word.hasPrefix("@")
    }

    private mutating func read(_ words: ArraySlice<FlowLine.Word>, _ line: FlowLine) throws(FlowError) {
        var rest = words
        while let word = rest.popFirst() {
            guard !word.isQuoted else { throw line.error(.unknownWord(word.text)) }
            switch word.text {
            case "new": isNew = true
            case "to": to = try Self.next(&rest, line)
            case "from": from = try Self.next(&rest, line)
            case "for":
                let name = try Self.next(&rest, line)
                target = name.hasPrefix("@") ? .label(String(name.dropFirst())) : .method(name)
            case _ where word.text.hasPrefix("@"): label = String(word.text.dropFirst())
            default: try readValue(word.text, line)
            }
        }
    }

    private mutating func readValue(_ word: String, _ line: FlowLine) throws(FlowError) {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw line.error(.unknownWord(word)) }
        switch parts[0] {
        case "tag": tag = parts[1]
        case "totag": toTag = parts[1]
        case "branch": branch = parts[1]
        case "call": call = parts[1]
        case "cseq":
            guard let number = UInt32(parts[1]) else { throw line.error(.notAValue(word)) }
            cseq = number
        default: throw line.error(.unknownWord(word))
        }
    }

    private static func next(_ rest: inout ArraySlice<FlowLine.Word>, _ line: FlowLine) throws(FlowError) -> String {
        guard let word = rest.popFirst() else { throw line.error(.form("to NAME, from NAME, for METHOD, for @LABEL")) }
        return word.text
    }
}
