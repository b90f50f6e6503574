import SIPDialogs
import SIPFindings
import SIPParsing
import SIPReporting

extension Report {
    /// The fingerprints of all findings, in the order of `findings`.
    ///
    /// They are made of what a new recording of the scenario has as well. Two findings that would have the same one are
    /// numbered in the order of the exchanges.
    public var fingerprints: [Fingerprint] {
        var counts: [Fingerprint: Int] = [:]
        return exchanges.flatMap { judged in
            let reader = FingerprintReader(judged)
            return judged.findings.map { finding in
                var print = reader.fingerprint(of: finding)
                counts[print, default: 0] += 1
                print.ordinal = counts[print] ?? 1
                return print
            }
        }
    }
}

/// Reads fingerprints, without their ordinals, off the findings of an exchange.
private struct FingerprintReader {
    private let judged: JudgedExchange
    private let roles: ExchangeRoles?

    init(_ judged: JudgedExchange) {
        self.judged = judged
        roles = judged.findings.isEmpty ? nil : judged.exchange.map { ExchangeRoles($0) }
    }

    func fingerprint(of finding: Finding) -> Fingerprint {
        guard let exchange = judged.exchange, let roles, let first = shown(by: finding, exchange).first else {
            let summary = judged.summary
            return Fingerprint(
                rule: finding.rule, method: Fingerprint.word(summary.methodName), code: Int(summary.status),
                role: "caller", ordinal: 0)
        }
        return Fingerprint(
            rule: finding.rule, method: Fingerprint.word(exchange.requestMethodName(of: first)),
            code: code(shown(by: finding, exchange), exchange),
            role: roles.role(of: exchange.source(of: exchange.messages[first])), ordinal: 0)
    }

    private func shown(by finding: Finding, _ exchange: Exchange) -> [MessageIndex] {
        finding.messages.filter(exchange.messages.indices.contains)
    }

    /// The status that a finding is about: the first of 300 or above, be it of a response or told by a NOTIFY, else that of
    /// the first response.
    private func code(_ messages: [MessageIndex], _ exchange: Exchange) -> Int {
        let statuses = messages.filter { !exchange.messages[$0].isRequest }.map { Int(exchange.messages[$0].status) }
        if let failure = statuses.first(where: { $0 >= 300 }) { return failure }
        let told = messages.lazy.compactMap { exchange.sipfragStatus(of: $0) }.first { $0 >= 300 }
        return told ?? statuses.first ?? 0
    }
}

extension Exchange {
    /// The name of the method of a request, or of the one that a response answers, as received.
    func requestMethodName(of index: MessageIndex) -> String {
        let message = messages[index]
        guard message.method == .other else { return message.method.name }
        let transaction = Int(message.transaction)
        let request = transactions.indices.contains(transaction) ? transactions[transaction].request : nil
        return detail(.methodName, of: message.isRequest ? index : request).map(string) ?? ""
    }

    /// The status that a NOTIFY of a transfer tells (RFC 3515 section 2.4.5).
    fileprivate func sipfragStatus(of index: MessageIndex) -> Int? {
        detail(.sipfrag, of: index).flatMap { Sipfrag(text.span, $0)?.status }.map { Int($0) }
    }
}
