import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request in a dialog that goes to another URI than the Contact of the other side, and fails for that (RFC 3261
    /// section 12.2.1.1: the Request-URI is the remote target).
    ///
    /// A client that puts the address which a packet came from in the place of a private Contact does well, and with a
    /// Route the Request-URI may be the first router's. Only a request that its own sender sent, and that was not
    /// understood or not answered at all, counts.
    static let wrongRequestURI = Rule(
        "dialog/wrong-request-uri", .warning, when: .init(methods: [.bye, .invite, .update, .info, .refer, .notify])
    ) { exchange, context in
        guard exchange.transactions.contains(where: { $0.isInDialog && exchange.hasMissed($0, context) }) else {
            return []
        }
        return exchange.dialogs.indices.compactMap { index in
            exchange.strayRequest(ofDialog: index, context).map { exchange.evidence(of: $0) }
        }
    }
}

extension Exchange {
    /// The first request of a dialog that went to another URI than the Contact of the other side, and the message with
    /// that Contact.
    func strayRequest(
        ofDialog index: Int, _ context: RuleContext
    ) -> (request: MessageIndex, target: MessageIndex)? {
        let dialog = dialogs[index]
        guard beginning(of: dialog) != nil, dialog.answerTime != nil else { return nil }
        for message in messages(ofDialog: index) where messages[message].isRequest {
            let record = messages[message]
            guard let transaction = transaction(of: record), transaction.primary == nil, transaction.isInDialog,
                transaction.viaCount == 1, record.method != .ack, record.method != .cancel,
                hasMissed(transaction, context), lacks(.route, message), let uri = requestURI(of: message)
            else { continue }
            let targets = remoteTargets(of: transaction, inDialog: index, context.timers)
            if let last = targets.last, targets.allSatisfy({ isAway(uri, from: $0, transaction) }) {
                return (message, last)
            }
        }
        return nil
    }

    fileprivate func evidence(of stray: (request: MessageIndex, target: MessageIndex)) -> Evidence {
        let record = messages[stray.request]
        let transaction = transaction(of: record)
        let (uri, wanted) = (requestURI(of: stray.request)?.text ?? "", contact(of: stray.target)?.text ?? "")
        return Evidence(
            confidence: .likely, messages: [stray.target, stray.request, transaction?.final],
            message: [
                "sender": "\(source(of: record))", "method": requestMethod(of: record), "uri": .text(escaped(uri)),
                "contact": .text(escaped(wanted)),
                "status": transaction.flatMap(answerText(of:)) ?? .choice("none"),
            ])
    }

    /// Whether a request failed as one does that went to the wrong place.
    fileprivate func hasMissed(_ transaction: Transaction, _ context: RuleContext) -> Bool {
        if transaction.finalStatus > 0 {
            return [404, 408, 410, 416, 481, 482, 483, 484, 502, 503, 504, 604].contains(transaction.finalStatus)
        }
        return transaction.lastProvisional == 0 && isBothWays(transaction, context)
            && isShown(until: transaction.startTime + context.timers.transactionTimeout, context)
    }

    /// The messages with the Contact that the other side had last given when a request was sent: those that a request in
    /// the dialog gave count once it was answered (RFC 6141 section 4), and for T1 the Contact before may be meant too.
    private func remoteTargets(
        of request: Transaction, inDialog index: Int, _ timers: TimerValues
    ) -> [MessageIndex] {
        let dialog = dialogs[index]
        let isByCaller = isByCaller(request, in: dialog)
        var given: [(time: Timestamp, message: MessageIndex)] = []
        func note(_ message: MessageIndex?, at time: Timestamp?) {
            guard let message, let time, time <= request.startTime, contact(of: message) != nil else { return }
            given.append((time, message))
        }
        for message in messages(ofDialog: index) {
            guard let own = transaction(of: messages[message]), own.primary == nil else { continue }
            let record = messages[message]
            if !own.isInDialog, !record.isRequest, isByCaller { note(message, at: record.time) }
            if own.isInDialog, record.isRequest, own.isAnswered {
                note(self.isByCaller(own, in: dialog) == isByCaller ? own.final : message, at: own.finalTime)
            }
        }
        if !isByCaller, let invite = dialog.invite { note(transactions[invite].request, at: dialog.answerTime) }
        given.sort { $0.time < $1.time }
        let old = given.last { request.startTime - $0.time >= timers.t1 }
        return (old.map { [$0.message] } ?? [])
            + given.filter { request.startTime - $0.time < timers.t1 }.map(\.message)
    }

    /// Whether a URI leads elsewhere than a Contact. The address that the Contact came from is as good, unless it is that
    /// of the INVITE's own URI, sent once more.
    private func isAway(_ uri: SIPURI, from message: MessageIndex, _ transaction: Transaction) -> Bool {
        guard let wanted = contact(of: message), wanted.host != uri.host, let record = record(message),
            !Self.isPrivate(wanted.host) || Self.isPrivate(uri.host)
        else { return false }
        let near = [source(of: record).address, endpoints[Int(transaction.destination)].address].map { "\($0)" }
        guard near.contains(uri.host) || near.contains(where: { "[\($0)]" == uri.host }) else { return true }
        guard !record.isRequest, let invite = self.transaction(of: record), invite.isInitialInvite else { return false }
        return requestURI(of: invite.request).map { uri.isEquivalent(to: $0) } ?? false
    }

    /// Whether a host is an IPv4 address of a private network (RFC 1918).
    private static func isPrivate(_ host: String) -> Bool {
        guard let address = IPAddress(host: host), address.family == .v4 else { return false }
        let bits = UInt32(truncatingIfNeeded: address.low)
        return bits >> 24 == 10 || bits >> 20 == 0xAC1 || bits >> 16 == 0xC0A8
    }
}
