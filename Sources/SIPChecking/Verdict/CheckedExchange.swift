import SIPDialogs
import TraceTypes

/// An exchange as a verdict shows it: rendered, so that its messages can be let go.
public struct CheckedExchange: Sendable {
    /// Its number in the trace, as reports show it.
    public var id: Int
    /// What its messages are for.
    public var kind: Exchange.Kind
    /// Its name for people: `call 1: alice → bob`; no line end, nothing that steers a terminal.
    public var title: String
    /// How it ended: a word of the output contract.
    public var outcome: String
    /// The final status; 0 without one.
    public var status: UInt16
    /// From its first message to its last.
    public var length: TimeSpan
    /// The ladder, line by line; empty unless something that fails concerns the exchange.
    public var ladder: [Rung] = []
    /// The same as a Mermaid sequence diagram, line by line, without a fence; empty where `ladder` is.
    public var diagram: [String] = []

    /// A line of a ladder.
    public struct Rung: Sendable, Equatable {
        /// The line, without colors; nothing in it steers a terminal.
        public var text: String
        /// The frame of its message; nil for the heads.
        public var frame: FrameNumber?

        /// Makes a line.
        public init(text: String, frame: FrameNumber?) {
            self.text = text
            self.frame = frame
        }
    }

    /// Makes an exchange without its ladder.
    public init(id: Int, kind: Exchange.Kind, title: String, outcome: String, status: UInt16, length: TimeSpan) {
        self.id = id
        self.kind = kind
        self.title = title
        self.outcome = outcome
        self.status = status
        self.length = length
    }
}
