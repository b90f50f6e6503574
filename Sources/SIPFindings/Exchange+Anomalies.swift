import SIPDialogs
import SIPParsing
import TraceTypes

/// A sender with the first of its messages that are wrong in the same way.
struct Offender<Fault: Hashable> {
    /// The first of them.
    var message: MessageIndex
    /// What is wrong with them.
    var what: Fault
    /// How many there are.
    var count: Int
}

/// Reading what is kept of broken messages.
extension Exchange {
    /// Whether a message breaks the grammar in a way.
    func hasAnomaly(_ kind: Anomaly.Kind, _ message: MessageIndex) -> Bool {
        messages[message].details.contains { details[Int($0)].kind == .anomaly(kind) }
    }

    /// Messages that are wrong, one for each sender and fault; copies, repetitions and further hops are left out.
    func offenders<Fault: Hashable>(_ fault: (MessageIndex) -> Fault?) -> [Offender<Fault>] {
        var offenders: [Offender<Fault>] = []
        for message in newMessages where !messages[message].flags.contains(.laterHop) {
            guard let what = fault(message) else { continue }
            let source = messages[message].source
            let known = offenders.firstIndex { $0.what == what && messages[$0.message].source == source }
            if let known {
                offenders[known].count += 1
            } else {
                offenders.append(Offender(message: message, what: what, count: 1))
            }
        }
        return offenders
    }

    /// `INVITE`, or `180 to INVITE`.
    func name(of message: MessageIndex) -> String {
        let record = messages[message]
        return record.isRequest ? record.method.name : "\(record.status) to \(record.method.name)"
    }
}
