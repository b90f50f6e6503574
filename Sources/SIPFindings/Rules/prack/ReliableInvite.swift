import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// What passed between one INVITE and one callee of reliable provisional responses and PRACKs.
struct ReliableInvite {
    /// The INVITE where it was first seen.
    let invite: TransactionIndex
    /// The dialog that the responses made or are in.
    let dialog: Int
    /// The responses and which of them were acknowledged.
    var provisionals: ReliableProvisionals
    /// PRACKs that acknowledge none of them.
    var strays: [MessageIndex] = []
    /// A response of another status with the number of one before it.
    var reused: MessageIndex?
}

extension Exchange {
    /// The INVITEs, captured with their requests, that were answered with reliable provisional responses, by callee.
    var reliableInvites: [ReliableInvite] {
        var invites: [ReliableInvite] = []
        let known = messagesInOrder.filter {
            let record = messages[$0]
            guard record.method == .invite || record.method == .prack, !record.flags.contains(.duplicate),
                let transaction = transaction(of: record)
            else { return false }
            return transaction.primary == nil && transaction.request != nil
        }
        for index in known where messages[index].method == .invite && (101...199).contains(messages[index].status) {
            noteProvisional(index, in: &invites)
        }
        // A capture of several devices may show a PRACK a moment before its response, so all responses come first.
        for index in known where messages[index].method == .prack && messages[index].isRequest {
            if !messages[index].isRepeat { noteAcknowledgement(index, in: &invites) }
        }
        return invites.filter { invite in !known.contains { isCut($0, of: invite) } }
    }

    /// Whether a message about these responses was not captured or kept whole, so that a number may be missing.
    private func isCut(_ index: MessageIndex, of invite: ReliableInvite) -> Bool {
        let record = messages[index]
        guard !record.isRepeat, !isWhole(record) else { return false }
        return Int(record.transaction) == invite.invite || (record.method == .prack && record.dialog == invite.dialog)
    }

    private func noteProvisional(_ index: MessageIndex, in invites: inout [ReliableInvite]) {
        let record = messages[index]
        let invite = Int(record.transaction)
        if record.isRepeat {
            guard let (place, number) = repeated(by: record, in: invites) else { return }
            _ = invites[place].provisionals.response(number, at: record.time)
            return
        }
        guard isReliable(index), let number = number(.rSeq, of: index), let dialog = record.dialog else { return }
        var place = invites.firstIndex { $0.invite == invite && $0.dialog == dialog }
        if place == nil {
            let provisionals = ReliableProvisionals(cseq: record.cseq)
            invites.append(ReliableInvite(invite: invite, dialog: dialog, provisionals: provisionals))
            place = invites.count - 1
        }
        guard let place else { return }
        let hasSession = detail(.sessionDescription, of: index) != nil
        let result = invites[place].provisionals.response(
            number, at: record.time, hasSession: hasSession, message: index)
        let earlier = invites[place].provisionals.responses.first { $0.number == number }
        if result == .repeated, self.record(earlier?.message)?.status != record.status {
            invites[place].reused = invites[place].reused ?? index
        }
    }

    /// Which response a repeated one is: of its transaction and status the last. Of a repeated message no header fields
    /// are kept, so where several callees sent that status, nothing can be said.
    private func repeated(by record: MessageRecord, in invites: [ReliableInvite]) -> (Int, UInt32)? {
        let places = invites.indices.filter { invites[$0].invite == Int(record.transaction) }
        guard let place = places.first, places.count == 1,
            let last = invites[place].provisionals.responses.last(where: {
                self.record($0.message)?.status == record.status
            })
        else { return nil }
        return (place, last.number)
    }

    private func noteAcknowledgement(_ index: MessageIndex, in invites: inout [ReliableInvite]) {
        let record = messages[index]
        let places = invites.indices.filter { invites[$0].dialog == record.dialog }
        if let rack = detail(.header(.rAck), of: index).flatMap({ RAck(text.span, $0) }) {
            for place in places {
                let result = invites[place].provisionals.acknowledge(rack, at: record.time)
                if result != .unknown { return }
            }
        }
        if let last = places.last { invites[last].strays.append(index) }
    }

    /// Whether a provisional response was sent reliably (RFC 3262 section 3).
    func isReliable(_ message: MessageIndex) -> Bool {
        has(.rSeq, message) && optionTags(.require, of: message).contains("100rel")
    }

    /// Whether the INVITE allows reliable provisional responses; taken for granted where it was not captured whole.
    func allowsReliable(_ invite: Transaction) -> Bool {
        guard let record = record(invite.request), isWhole(record) else { return true }
        return optionTags(.supported, of: invite.request).contains("100rel")
            || optionTags(.require, of: invite.request).contains("100rel")
    }

    /// Whether the PRACK takes the path of the INVITE: the caller itself sent it, to the very address that the
    /// response's Contact names.
    func prackWouldPass(_ invite: Transaction, _ response: MessageIndex?) -> Bool {
        guard invite.viaCount == 1, let host = contact(of: response)?.host else { return false }
        let address = endpoints[Int(invite.destination)].address
        return host == "\(address)" || host == "[\(address)]"
    }

    /// The status of a response, as in `183`.
    func provisionalStatus(_ response: ReliableProvisionals.Response) -> String {
        "\(record(response.message)?.status ?? 0)"
    }
}
