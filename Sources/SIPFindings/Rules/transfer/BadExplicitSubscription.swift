import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A REFER that requires `explicitsub` and was accepted with another response than 200, or without a Refer-Events-At
    /// that holds a URI in angle brackets (RFC 7614 sections 4.3 and 4.8): the transferor has nowhere to subscribe.
    static let badExplicitSubscription = Rule(
        "transfer/bad-explicit-subscription", .error, when: .init(methods: [.refer])
    ) { exchange, _ in
        exchange.transfers.compactMap { transfer in
            guard (200...299).contains(transfer.responseStatus),
                exchange.optionTags(.require, of: transfer.refer).contains("explicitsub")
            else { return nil }
            let place = exchange.header(.referEventsAt, of: transfer.response)
            let fault: PhraseValue
            if exchange.lacks(.referEventsAt, transfer.response) {
                fault = .choice("missing")
            } else if let place, !place.contains("<") {
                fault = .choice("unbracketed")
            } else if transfer.responseStatus != 200 {
                fault = .choice("status")
            } else {
                return nil
            }
            return Evidence(
                confidence: .proven, messages: [transfer.refer, transfer.response],
                message: [
                    "acceptance": exchange.acceptance(of: transfer), "fault": fault,
                    "place": place.map { .text(escaped($0)) },
                ])
        }
    }
}
