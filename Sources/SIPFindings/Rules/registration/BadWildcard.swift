import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A REGISTER with `Contact: *` that has no `Expires: 0`, or other Contacts beside the asterisk (RFC 3261 sections
    /// 10.2.2 and 10.3, step 6). `Contact: *` with `Expires: 0` removes all bindings, and is how it should be.
    static let registrationBadWildcard = Rule(
        "registration/bad-wildcard", .error, when: .init(methods: [.register])
    ) { exchange, _ in
        let broken = exchange.requests(.register).compactMap { index in
            exchange.wildcardFault(of: index).map { (index, $0) }
        }
        guard let (index, fault) = broken.first else { return [] }
        let register = exchange.transactions[index]
        return [
            Evidence(
                confidence: .proven, messages: [register.request, register.final],
                message: [
                    "client": .text(exchange.client(of: register)),
                    "record": .text(exchange.addressOfRecord(register)), "fault": .choice(fault.rawValue),
                    "expires": exchange.number(.expires, of: register.request).map { .number(Int($0)) },
                    "more": .number(broken.count - 1, above: 0),
                ])
        ]
    }
}

/// What is wrong with a wildcard.
private enum WildcardFault: String {
    case noExpires = "no-expires"
    case expires, contacts
}

extension Exchange {
    /// What is wrong with the wildcard of a REGISTER; nil where there is none, or nothing is wrong with it.
    fileprivate func wildcardFault(of index: TransactionIndex) -> WildcardFault? {
        let request = transactions[index].request
        guard let record = record(request), isWhole(record), contacts(of: request) == .wildcard else { return nil }
        if lacks(.expires, request) { return .noExpires }
        if let expires = number(.expires, of: request), expires > 0 { return .expires }
        let others = values(of: .contact, in: request).flatMap { NameAddress.list(text.span, $0) }
        return others.isEmpty ? nil : .contacts
    }
}
