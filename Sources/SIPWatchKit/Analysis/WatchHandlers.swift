import SIPReporting
import TraceTypes

/// What is asked of a watch while it runs.
public struct WatchRequests: OptionSet, Sendable {
    /// The bits.
    public var rawValue: UInt8

    /// Makes requests from bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// End, with the report.
    public static let stop = WatchRequests(rawValue: 1)
    /// Go on in new files of the same names.
    public static let reopen = WatchRequests(rawValue: 2)
    /// Tell what was read so far.
    public static let account = WatchRequests(rawValue: 4)
}

/// How a watch talks to the program around it.
public struct WatchHandlers {
    /// The wall clock's time.
    public var now: @Sendable () -> Timestamp
    /// Called once capturing has begun and privileges were given up; threads may be started from then on.
    public var onStart: () -> Void = {}
    /// Asked often for what has been requested since the last time; stopping is asked for until the end.
    public var requests: () -> WatchRequests = { [] }
    /// Called with what somebody should know at once.
    public var onNotice: (WatchNotice) -> Void = { _ in }
    /// Called with a report that has the account alone, when that was requested.
    public var onAccount: (Report) -> Void = { _ in }
    /// Called before outputs are reopened; whatever is buffered for them has to be written out.
    public var flush: () -> Void = {}
    /// The file that the results go to, if they go to one.
    public var reportFile: ReportFile?

    /// Handlers that ask for nothing.
    public init(now: @escaping @Sendable () -> Timestamp) {
        self.now = now
    }
}

/// What a watch came to.
public struct WatchResult: Sendable {
    /// The report.
    public let report: Report
    /// Whether something was not done as asked: all devices failed, or frames could not be saved.
    public let hasTrouble: Bool
}
