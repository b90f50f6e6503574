import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import SIPReporting

/// How an analysis is done.
public struct AnalysisOptions: Sendable {
    /// Whose messages are kept for the report.
    public enum Retention: Sendable {
        /// All exchanges'.
        case all
        /// Those of the first so many exchanges with findings, and of as many calls that failed without.
        case told(Int)
        /// Those that match: by number, or by Call-ID.
        case matching(@Sendable (_ id: Int, _ callIDs: [String]) -> Bool)
        /// None; each exchange is handed over when it is over, and forgotten.
        case none
    }

    /// How the lists of a report are written down while exchanges are judged, so that they need no memory.
    public enum ListForm: Sendable {
        /// As lines of the report that people read.
        case text(TextStyle)
        /// As elements of the JSON document.
        case json
    }

    /// The protocol's timers.
    public var timers = TimerValues()
    /// Limits of the parser.
    public var parsing = ParsingLimits()
    /// Limits of tracking.
    public var tracking = TrackingLimits()
    /// Names of header fields that hold the Call-ID of another leg of the call.
    public var relatingHeaders = Tracker.usualRelatingHeaders
    /// Whose messages are kept.
    public var retention = Retention.told(25)
    /// Lists that are written down as they come about; the report then has no exchanges but those that a text tells in full.
    public var lists: ListForm?
    /// Which rules judge.
    public var selection = RuleSelection.everything
    /// Which exchanges there are for the report; nil for all.
    public var filter: CallFilter?
    /// The language of the texts.
    public var catalog = Catalog.english

    /// The defaults.
    public init() {}
}
