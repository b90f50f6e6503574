import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// What the parties of a call are called in its story: the users of their URIs, or their addresses where those are
/// missing or the same.
package struct CallNames {
    private let caller: String?
    private let callee: String?

    /// The longest name that is shown whole.
    private static let shownLength = 48

    /// The names of a leg, whose requests `caller` sent and `callee` received.
    init(_ exchange: Exchange, leg: Int, caller: Endpoint?, callee: Endpoint?) {
        let known = exchange.legs.indices.contains(leg) ? exchange.legs[leg] : nil
        let from = known.flatMap { Self.user(exchange.string($0.from)) }
        let to = known.flatMap { Self.user(exchange.string($0.to)) }
        let isSame = from == to
        self.caller = (isSame ? nil : from) ?? caller.map { "\($0.address)" }
        self.callee = (isSame ? nil : to) ?? callee.map { "\($0.address)" }
    }

    /// The user of a URI, or else its host; escaped.
    package static func name(_ uri: String) -> String {
        user(uri) ?? SIPURI(text: uri).map { shown($0.host) } ?? shown(uri)
    }

    /// The user of a URI, escaped; nil where it has none, and for one that hides it (RFC 3323 section 4.1.1.3).
    private static func user(_ uri: String) -> String? {
        guard let user = SIPURI(text: uri)?.user?.prefix(while: { $0 != ";" }), !user.isEmpty,
            user.lowercased() != "anonymous"
        else { return nil }
        return shown(String(user))
    }

    private static func shown(_ text: String) -> String {
        let text = escaped(text)
        return text.count > shownLength ? text.prefix(shownLength) + "…" : text
    }

    /// The name of a side, as it is put into a story.
    subscript(side: DialogSide) -> PhraseValue {
        switch side {
        case .caller: caller.map { .text($0) } ?? .phrase(Phrase(StoryPhrase.caller))
        case .callee: callee.map { .text($0) } ?? .phrase(Phrase(StoryPhrase.callee))
        }
    }

    /// Both, escaped: `alice → bob`.
    package var text: String { "\(caller ?? "?") → \(callee ?? "?")" }

    /// Whether a side goes by that name.
    func isCalled(_ side: DialogSide, _ name: String) -> Bool { (side == .caller ? caller : callee) == name }
}

extension SIPURI {
    fileprivate init?(text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span, ByteRange(0..<bytes.count))
    }
}
