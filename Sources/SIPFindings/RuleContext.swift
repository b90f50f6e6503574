import SIPCatalog
import SIPDialogs
import TraceTypes

/// What a rule knows besides the exchange it judges.
public struct RuleContext: Sendable {
    /// The protocol's timers.
    public var timers: TimerValues
    /// Between which addresses the capture shows SIP.
    public var directions: Directions
    /// Whether the capture is known to have lost frames, so that nothing can be said never to have happened.
    public var hasLoss: Bool
    /// When the capture began: what passed before was not seen.
    public var captureStart: Timestamp
    /// The language of the findings.
    public var catalog: Catalog
    /// Which rules judge.
    public var selection: RuleSelection

    /// Makes a context.
    public init(
        timers: TimerValues, directions: Directions, hasLoss: Bool, captureStart: Timestamp, catalog: Catalog,
        selection: RuleSelection = .everything
    ) {
        self.timers = timers
        self.directions = directions
        self.hasLoss = hasLoss
        self.captureStart = captureStart
        self.catalog = catalog
        self.selection = selection
    }
}
