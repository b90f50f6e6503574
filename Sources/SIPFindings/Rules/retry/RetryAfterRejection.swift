import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// The same INVITE again after a 6xx, which says that no other try anywhere will succeed (RFC 3261 section 21.6).
    static let retryAfterGlobalFailure = Rule("retry/after-global-failure", .warning) { exchange, _ in
        exchange.unchangedRetries { (600...699).contains($0) }
    }

    /// The same INVITE again after a 403, which says that the request should not be repeated (RFC 3261 section 21.4.4).
    static let retryAfterForbidden = Rule("retry/after-forbidden", .warning) { exchange, _ in
        exchange.unchangedRetries { $0 == 403 }
    }
}

extension Exchange {
    /// INVITEs that repeat one that was rejected: same Call-ID and Request-URI, no credentials that the first lacked,
    /// and before the time that its Retry-After names.
    fileprivate func unchangedRetries(_ isRejection: (UInt16) -> Bool) -> [Evidence] {
        legs.indices.compactMap { leg in
            let rounds = rounds(ofLeg: leg)
            var retries: [(rejected: TransactionIndex, again: TransactionIndex)] = []
            for (rejected, again) in zip(rounds, rounds.dropFirst())
            where isRejection(transactions[rejected].finalStatus) && isUnchanged(rejected, again)
                && !isAfterWait(rejected, again)
            {
                retries.append((rejected, again))
            }
            guard let (rejected, again) = retries.first, let rejectedTime = transactions[rejected].finalTime else {
                return nil
            }
            let first = transactions[rejected]
            let more = retries.count > 1 ? ", and \(retries.count - 1) more after that" : ""
            return Evidence(
                confidence: .proven,
                messages: retries.flatMap { [transactions[$0.rejected].final, transactions[$0.again].request] },
                message: "\(client(of: first)) sent the INVITE for \(target(of: first)) again, unchanged, "
                    + "\(transactions[again].startTime - rejectedTime) after \(server(of: first)) had rejected it with "
                    + "\(statusText(first.finalStatus, first.final))\(more)",
                status: first.finalStatus)
        }
    }

    private func isUnchanged(_ first: TransactionIndex, _ second: TransactionIndex) -> Bool {
        transactions[first].source == transactions[second].source
            && transactions[first].hasCredentials == transactions[second].hasCredentials
            && detail(.requestURI, of: transactions[first].request).map(string)
                == detail(.requestURI, of: transactions[second].request).map(string)
            && transactions[second].request != nil
            && !redirects.contains { $0.follower == second }
    }

    private func isAfterWait(_ rejected: TransactionIndex, _ again: TransactionIndex) -> Bool {
        guard let value = detail(.header(.retryAfter), of: transactions[rejected].final),
            let wait = RetryAfter(text.span, value)?.seconds, let since = transactions[rejected].finalTime
        else { return false }
        return transactions[again].startTime - since >= .seconds(Int64(wait))
    }
}
