import SIPCatalog
import SIPChecking
import SIPDialogs
import SIPFindings
import SIPReporting
import SIPWatchKit

extension AnalysisOptions {
    /// What the options of a command line ask for.
    init(_ invocation: Invocation) throws(UsageError) {
        self.init()
        selection = try RuleSelection(invocation)
        filter = try CallFilter.asked(by: invocation)
        catalog = .asked(by: invocation)
        let values = invocation.options
        timers = TimerValues(values)
        relatingHeaders += values.legHeaders
        let calls = values.calls
        if !calls.isEmpty {
            retention = .matching { id, callIDs in calls.contains { $0.matches(id, callIDs) } }
        } else if values.format == .json {
            retention = .all
        } else {
            retention = .told(values.details)
        }
    }
}

extension TimerValues {
    /// The values of a command line: those given, and the profile's for the rest.
    init(_ values: OptionValues) {
        self = values.profile.timers
        if values.isGiven(.timer1) { t1 = values.timer1 }
        if values.isGiven(.timer2) { t2 = values.timer2 }
        if values.isGiven(.timer4) { t4 = values.timer4 }
    }
}

extension CallSelector {
    /// Whether this is the call.
    func matches(_ id: Int, _ callIDs: [String]) -> Bool {
        switch self {
        case .number(let number): number == id
        case .callID(let callID): callIDs.contains(callID)
        }
    }
}
