import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A REFER that was answered 202, which RFC 7647 section 5 gave up for 200. It is harmless: who receives it treats it
    /// as a 200. Where the REFER requires `explicitsub`, the 202 is told of as a fault of that.
    static let transferDeprecated202 = Rule(
        "transfer/deprecated-202", .info, when: .init(methods: [.refer])
    ) { exchange, _ in
        let accepted = exchange.transfers.filter {
            $0.responseStatus == 202 && !exchange.optionTags(.require, of: $0.refer).contains("explicitsub")
        }
        guard let first = accepted.first else { return [] }
        return [
            Evidence(
                confidence: .proven, messages: accepted.flatMap { [$0.refer, $0.response] },
                message: [
                    "acceptance": exchange.acceptance(of: first), "count": .number(accepted.count, above: 1),
                ])
        ]
    }
}
