import SIPDialogs
import SIPParsing
import TraceTypes

/// What came before a final response: ringing, a registration that had ended, other changes of the session.
extension Exchange {
    /// A response that comes sooner than this after the request was not waited for by a person.
    private static let humanTime = TimeSpan.milliseconds(1_000)
    /// A ringing that was shorter did not run into a no-answer timer.
    private static let shortestNoAnswer = TimeSpan.seconds(5)

    /// Whether the device that answers rang before, or was over too soon for that; nothing where another device rang.
    func ringing(_ message: MessageRecord, _ transaction: Transaction) -> [String] {
        if let start = ringStart(before: message) {
            return message.status == 480 && message.time - start < Self.shortestNoAnswer
                ? ["soon-after-ringing"] : ["after-ringing"]
        }
        guard message.method == .invite, !transaction.isInDialog, transaction.request != nil,
            provisionals(before: message).isEmpty
        else { return [] }
        let wait = message.time - transaction.startTime
        return wait >= .zero && wait < Self.humanTime ? ["at-once"] : []
    }

    /// Why a server on the way gave up: it rang, or nothing but 100 came from beyond.
    func timeout(_ message: MessageRecord) -> [String] {
        if ringStart(before: message) != nil { return ["after-ringing"] }
        return message.method == .invite && provisionals(before: message).isEmpty ? ["no-ringing"] : []
    }

    /// When the request that a response answers began to ring: of a response from a device, at that device.
    func ringStart(before message: MessageRecord) -> Timestamp? {
        let isFromServer = message.status == 408 || message.status == 487
        return provisionals(before: message).filter {
            $0.status == 180 && (isFromServer || ($0.dialog != nil && $0.dialog == message.dialog))
        }.map(\.time).min()
    }

    /// The provisional responses but 100 that came before a response, on all hops of its request.
    private func provisionals(before message: MessageRecord) -> [MessageRecord] {
        guard message.method == .invite, transactions.indices.contains(Int(message.transaction)) else { return [] }
        let hops = hops(of: Int(message.transaction))
        return messages.filter {
            (101...199).contains($0.status) && !$0.isRequest && $0.method == .invite && $0.time <= message.time
                && hops.contains(Int($0.transaction))
        }
    }

    /// What the capture shows of the callee's registration, where that was over before the request.
    func lapsedRegistration(before message: MessageRecord) -> RegistrationNote? {
        guard message.method == .invite, let transaction = transaction(of: message) else { return nil }
        let hops = hops(of: Int(message.transaction))
        return registrationNotes.first { note in
            note.current == nil && hops.contains(note.transaction)
                && (note.previous.expiry.map { $0 <= transaction.startTime } ?? false)
        }
    }

    /// Whether the other side's re-INVITE or UPDATE was pending at the same time, and refused like this one.
    func isGlare(_ transaction: Transaction) -> Bool {
        guard let end = transaction.finalTime else { return false }
        return transactions.contains {
            ($0.method == .invite || $0.method == .update) && $0.isInDialog && $0.leg == transaction.leg
                && $0.source == transaction.destination && $0.destination == transaction.source
                && $0.finalStatus == 491 && $0.startTime <= end
                && ($0.finalTime.map { $0 >= transaction.startTime } ?? false)
        }
    }

    /// Whether a failed server asks to try again later, because an earlier request is pending or for another reason.
    func overload(_ index: MessageIndex, _ message: MessageRecord, _ transaction: Transaction) -> [String] {
        guard has(.retryAfter, index) else { return [] }
        return overlapped(by: message, transaction) != nil ? ["overlap"] : ["retry-after"]
    }

    /// The earlier request from the same side that was still pending when this one came: its final response is seen later,
    /// or no sign of one.
    func overlapped(by message: MessageRecord, _ transaction: Transaction) -> TransactionIndex? {
        guard transaction.isInDialog, transaction.method != .bye else { return nil }
        return transactions.indices.last {
            let earlier = transactions[$0]
            let isPending =
                earlier.finalTime.map { $0 > transaction.startTime }
                ?? (earlier.acknowledgement == nil
                    && transaction.startTime - earlier.startTime < TimerValues().transactionTimeout)
            return $0 != Int(message.transaction) && earlier.leg == transaction.leg && earlier.cseq < transaction.cseq
                && earlier.source == transaction.source && earlier.destination == transaction.destination
                && (earlier.method == .invite || earlier.method == .update) && isPending
                && earlier.startTime <= transaction.startTime
        }
    }
}
