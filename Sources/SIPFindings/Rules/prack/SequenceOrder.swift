import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A reliable provisional response whose RSeq is not the one before it plus one, a first one outside of 1 to
    /// 2**31 - 1, or a second one sent before the first was acknowledged (RFC 3262 section 3): the caller must not
    /// acknowledge a response out of order (section 4), and everything behind it waits.
    ///
    /// Each callee of a fork counts on its own, and so does each INVITE. Responses that overtook each other are in
    /// order once all have come.
    static let prackSequenceOrder = Rule("prack/rseq-order", .error, when: .init(headers: [.rSeq])) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.reliableInvites.compactMap { reliable -> Evidence? in
            guard let fault = exchange.orderFault(of: reliable),
                exchange.isShown(until: fault.time + context.timers.t1, context)
            else { return nil }
            let invite = exchange.transactions[reliable.invite]
            return Evidence(
                confidence: fault.isProven ? .proven : .observed,
                messages: [fault.earlier?.message, fault.message],
                message: exchange.message(of: fault, invite))
        }
    }
}

/// A response that is out of order, and why.
private struct OrderFault {
    let message: MessageIndex?
    let number: UInt32
    let time: Timestamp
    let earlier: ReliableProvisionals.Response?
    /// Which of the rule's texts tells of it.
    var variant = ""
    /// What that text tells besides the two responses.
    var values: PhraseValues = [:]
    var isProven = true
}

extension Exchange {
    fileprivate func message(of fault: OrderFault, _ invite: Transaction) -> FindingMessage {
        var values = fault.values
        values["server"] = .text(server(of: invite))
        values["client"] = .text(client(of: invite))
        values["status"] = "\(record(fault.message)?.status ?? 0)"
        values["rseq"] = "\(fault.number)"
        if let earlier = fault.earlier {
            values["earlier"] = .text(provisionalStatus(earlier))
            values["earlier-rseq"] = "\(earlier.number)"
            values["elapsed"] = .duration(fault.time - earlier.time)
        }
        return .init(fault.variant, values)
    }

    fileprivate func orderFault(of reliable: ReliableInvite) -> OrderFault? {
        let responses = reliable.provisionals.responses
        guard let first = responses.first else { return nil }
        guard (1...0x7FFF_FFFF).contains(first.number) else {
            return OrderFault(
                message: first.message, number: first.number, time: first.time, earlier: nil,
                variant: "first")
        }
        return skipped(reliable.provisionals, first) ?? reused(reliable) ?? early(responses, first)
    }

    /// A number that is not the next one.
    private func skipped(
        _ provisionals: ReliableProvisionals, _ first: ReliableProvisionals.Response
    ) -> OrderFault? {
        guard let stray = provisionals.responses.first(where: { !provisionals.isInOrder($0) }) else { return nil }
        let earlier = provisionals.responses.last { $0.time <= stray.time && provisionals.isInOrder($0) } ?? first
        let expected = provisionals.sequence.flatMap { $0 < .max ? $0 + 1 : nil }
        return OrderFault(
            message: stray.message, number: stray.number, time: stray.time, earlier: earlier,
            values: ["next": expected.map { "\($0)" } ?? .choice("none")])
    }

    /// The number of another response.
    private func reused(_ reliable: ReliableInvite) -> OrderFault? {
        guard let record = record(reliable.reused), let number = number(.rSeq, of: reliable.reused),
            let earlier = reliable.provisionals.responses.first(where: { $0.number == number })
        else { return nil }
        return OrderFault(
            message: reliable.reused, number: number, time: record.time, earlier: earlier,
            variant: "reused")
    }

    /// A second response before the first was acknowledged.
    private func early(
        _ responses: [ReliableProvisionals.Response], _ first: ReliableProvisionals.Response
    ) -> OrderFault? {
        guard let second = responses.dropFirst().first, let prack = first.acknowledgedTime,
            prack - second.time >= Self.reordering
        else { return nil }
        return OrderFault(
            message: second.message, number: second.number, time: second.time, earlier: first,
            variant: "early", values: ["delay": .duration(prack - second.time)], isProven: false)
    }

    /// By how much a capture may mix up the order of messages.
    static var reordering: TimeSpan { .milliseconds(10) }
}
