import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// The same INVITE again after a 6xx, which says that no other try anywhere will succeed (RFC 3261 section 21.6).
    static let retryAfterGlobalFailure = Rule("retry/after-global-failure", .warning, when: .init(facts: .failure)) {
        exchange, _ in
        exchange.retries { (600...699).contains($0) }
    }

    /// The same INVITE again after a 403, which says that the request should not be repeated (RFC 3261 section 21.4.4).
    /// Another server may take what this one forbids.
    static let retryAfterForbidden = Rule("retry/after-forbidden", .warning, when: .init(facts: .failure)) {
        exchange, _ in
        exchange.retries { $0 == 403 }
    }

    /// The same INVITE again at once after a 404, 484 or 488, for the same answer: nothing that the response is about
    /// had been changed (RFC 3261 section 8.1.3.5).
    ///
    /// Another server, another number, another session description or a second try some time later may well succeed.
    static let retryUnchanged = Rule("retry/unchanged", .warning, when: .init(facts: .failure)) { exchange, _ in
        exchange.retries({ [404, 484, 488].contains($0) }, areUnchanged: true)
    }
}

/// An INVITE that was rejected, and the one that repeats it.
private struct Retry {
    let rejected: TransactionIndex
    let again: TransactionIndex
}

extension Exchange {
    /// INVITEs that repeat one that was rejected: same Call-ID and Request-URI, no credentials that the first lacked,
    /// and before the time that its Retry-After names.
    fileprivate func retries(_ isRejection: (UInt16) -> Bool, areUnchanged: Bool = false) -> [Evidence] {
        guard transactions.contains(where: { $0.isInitialInvite && isRejection($0.finalStatus) }) else { return [] }
        return legs.indices.compactMap { leg in
            let rounds = rounds(ofLeg: leg)
            let retries = zip(rounds, rounds.dropFirst()).map(Retry.init).filter {
                isRejection(transactions[$0.rejected].finalStatus) && isSame($0) && !isAfterWait($0)
                    && (!areUnchanged || isUnchanged($0))
            }
            guard let retry = retries.first, let rejectedTime = transactions[retry.rejected].finalTime else {
                return nil
            }
            let first = transactions[retry.rejected]

            return Evidence(
                confidence: isProof(retry) && !areUnchanged ? .proven : .likely,
                messages: retries.flatMap { [transactions[$0.rejected].final, transactions[$0.again].request] },
                message: [
                    "client": .text(client(of: first)), "target": .text(target(of: first)),
                    "after": .duration(transactions[retry.again].startTime - rejectedTime),
                    "responder": .text(responder(of: retry.rejected)),
                    "status": .text(statusText(first.finalStatus, first.final)),
                    "more": .number(retries.count - 1, above: 0),
                ])
        }
    }

    /// Whether the second INVITE asks for the same as the first, as far as is kept of them.
    private func isSame(_ retry: Retry) -> Bool {
        let first = transactions[retry.rejected]
        let second = transactions[retry.again]
        guard let rejectedTime = first.finalTime, second.startTime >= rejectedTime, second.request != nil,
            first.request != nil, first.source == second.source, first.hasCredentials == second.hasCredentials,
            first.finalStatus >= 600 || first.destination == second.destination,
            first.finalStatus >= 600 || !second.isAnswered, isEqual(.requestURI, first, second),
            Self.identifying.allSatisfy({ isEqual(.header($0), first, second) }),
            !redirects.contains(where: { $0.follower == retry.again })
        else { return false }
        // 606 is about the session description, so that another one is another request (RFC 3261 section 21.6.4).
        return first.finalStatus != 606 || isEqual(.sessionDescription, first, second)
    }

    /// Header fields with which another value makes another request: who calls, on whose behalf, in place of what.
    private static let identifying: [HeaderName] = [.replaces, .pAssertedIdentity, .identity, .diversion, .referredBy]

    /// A client that changes nothing has no reason to wait.
    private static let atOnce = TimeSpan.seconds(1)

    /// Whether the second INVITE came at once with the same session description, and got the same answer.
    private func isUnchanged(_ retry: Retry) -> Bool {
        let first = transactions[retry.rejected]
        let second = transactions[retry.again]
        guard let time = first.finalTime, second.startTime - time < Self.atOnce,
            first.finalStatus == second.finalStatus
        else { return false }
        return isEqual(.sessionDescription, first, second) && isEqual(.body, first, second)
    }

    private func isEqual(_ kind: MessageDetail.Kind, _ first: Transaction, _ second: Transaction) -> Bool {
        detail(kind, of: first.request).map(string) == detail(kind, of: second.request).map(string)
    }

    /// A 6xx speaks for every request to that user. A 403 may be about the credentials, which the second INVITE may
    /// have corrected: no secret is kept to tell.
    private func isProof(_ retry: Retry) -> Bool {
        transactions[retry.rejected].finalStatus >= 600 || !transactions[retry.rejected].hasCredentials
    }

    private func isAfterWait(_ retry: Retry) -> Bool {
        guard let value = detail(.header(.retryAfter), of: transactions[retry.rejected].final),
            let wait = RetryAfter(text.span, value)?.seconds, let since = transactions[retry.rejected].finalTime
        else { return false }
        return transactions[retry.again].startTime - since >= .seconds(Int64(wait))
    }
}
