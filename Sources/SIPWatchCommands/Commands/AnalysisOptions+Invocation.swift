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
        let values = invocation.options
        timers = TimerValues(t1: values.timer1, t2: values.timer2, t4: values.timer4)
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

extension CallSelector {
    /// Whether this is the call.
    func matches(_ id: Int, _ callIDs: [String]) -> Bool {
        switch self {
        case .number(let number): number == id
        case .callID(let callID): callIDs.contains(callID)
        }
    }
}
