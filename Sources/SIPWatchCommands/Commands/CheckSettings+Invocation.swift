import SIPChecking
import SIPFindings

extension CheckSettings {
    /// What a command line says of how traces are checked.
    init(_ invocation: Invocation) throws(UsageError) {
        self.init()
        // Only for its complaints about names: which rules there are is settled with the configuration's.
        _ = try RuleSelection(invocation)
        let values = invocation.options
        if !values.selectedRules.isEmpty { select = values.selectedRules }
        ignore = values.ignoredRules
        if values.isGiven(.failOn) { failOn = values.failureThreshold }
        legHeaders = values.legHeaders
        if values.isGiven(.profile) { profile = values.profile }
        if values.isGiven(.timer1) { t1 = values.timer1 }
        if values.isGiven(.timer2) { t2 = values.timer2 }
        if values.isGiven(.timer4) { t4 = values.timer4 }
        if values.allowsIncomplete { allowsIncomplete = true }
        if values.allowsEmpty { allowsEmpty = true }
    }
}
