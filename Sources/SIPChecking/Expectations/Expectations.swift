import SIPReporting
import TraceTypes

/// What a trace is expected to show: the contents of a `.sipwatch.yaml` beside it.
public struct Expectations: Sendable {
    /// The file's path.
    public var path: String
    /// The calls, in the order of the file.
    public var calls: [Placed<CallExpectation>] = []
    /// Registrations.
    public var registrations: [Placed<RegistrationExpectation>] = []
    /// Transfers of all calls, in the order of their REFERs; nil where nothing is said of them.
    public var transfers: Placed<[Placed<TransferExpectation>]>?
    /// Redirects of all calls, in their order; nil where nothing is said of them.
    public var redirects: Placed<[Placed<RedirectExpectation>]>?
    /// Messages of the whole trace.
    public var messages: [Placed<MessageExpectation>] = []
    /// Findings that have to be there, or must not be.
    public var findings = FindingExpectation()
    /// Counts, such as `no 5xx` and `retransmissions < 1 %`.
    public var counts: [Placed<CountExpectation>] = []
    /// Percentiles, such as `setup p95 < 2 s`.
    public var percentiles: [Placed<PercentileExpectation>] = []
    /// Findings that are let pass.
    public var suppressions: [Suppression] = []
    /// The file of the snapshot that the ladder has to agree with, as a path from the program's folder.
    public var snapshot: Placed<String>?

    /// Expects nothing.
    public init(path: String) {
        self.path = path
    }
}

/// A value with the place where it is written.
public struct Placed<Value: Sendable>: Sendable {
    /// The value.
    public var value: Value
    /// Where it is written.
    public var position: SourcePosition

    /// Places a value.
    public init(_ value: Value, at position: SourcePosition) {
        self.value = value
        self.position = position
    }
}

/// Findings that have to be there, or must not be: rules or areas.
public struct FindingExpectation: Sendable {
    /// Of each, at least as many findings have to be there as it is listed; so many do not fail the check.
    public var required: [Placed<String>] = []
    /// Of these, no finding may be there, however grave it is.
    public var forbidden: [Placed<String>] = []

    /// Expects nothing.
    public init() {}
}

/// A finding that is known, and let pass for a reason.
public struct Suppression: Sendable, Equatable {
    /// The rule, or its area.
    public var rule: String
    /// Why.
    public var reason: String
    /// The last day on which it holds, as `2027-01-01`; nil for ever.
    public var until: String?
    /// The number of the only call that it is about.
    public var call: Int?
    /// The frame of the packet comment that it stands in: it covers findings that rest on this frame, perhaps among others.
    public var frame: FrameNumber?
    /// Where it is written, for one of a file.
    public var position: SourcePosition?

    /// Makes a suppression.
    public init(rule: String, reason: String) {
        self.rule = rule
        self.reason = reason
    }
}
