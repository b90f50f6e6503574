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
        let more = broken.count > 1 ? "; \(broken.count - 1) more of its REGISTER requests do the same" : ""
        return [
            Evidence(
                confidence: .proven, messages: [register.request, register.final],
                message: "\(exchange.client(of: register)) asked to remove all bindings of "
                    + "\(exchange.addressOfRecord(register)) with 'Contact: *' \(fault), which violates the condition "
                    + "for it\(more)")
        ]
    }
}

extension Exchange {
    /// What is wrong with the wildcard of a REGISTER; nil where there is none, or nothing is wrong with it.
    fileprivate func wildcardFault(of index: TransactionIndex) -> String? {
        let request = transactions[index].request
        guard let record = record(request), isWhole(record), contacts(of: request) == .wildcard else { return nil }
        if lacks(.expires, request) { return "but without Expires" }
        if let expires = number(.expires, of: request), expires > 0 { return "and 'Expires: \(expires)'" }
        let others = values(of: .contact, in: request).flatMap { NameAddress.list(text.span, $0) }
        return others.isEmpty ? nil : "beside other Contacts"
    }
}
