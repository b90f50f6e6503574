import SIPParsing
import TraceTypes

/// What of an INVITE may say which REFER or redirect brought it about.
struct InviteKeys {
    /// Hash of the Request-URI.
    let target: UInt64
    /// Hash of the user part of From's URI; 0 where there is none.
    let caller: UInt64
    /// Hash of Referred-By's URI; 0 where there is none.
    let referredBy: UInt64
    /// The dialog to replace.
    let replaces: Replaces?
    /// Who sent it.
    let source: IPAddress
}

extension Exchange {
    /// What says that an INVITE is the one that a REFER asked for, if anything does.
    func evidence(that keys: InviteKeys, follow index: Int, seed: UInt64) -> Transfer.JoinEvidence? {
        guard transfers[index].referredInvite == nil, transfers[index].responseStatus < 300 else { return nil }
        let wanted = transfers[index].replaces
        if let replaces = keys.replaces, let wanted, replaces.callID == wanted.callID,
            replaces.toTag == wanted.toTag, replaces.fromTag == wanted.fromTag
        {
            return .replaces
        }
        let isTarget = keys.target != 0 && keys.target == transfers[index].targetKey
        let isReferredBy = keys.referredBy != 0 && keys.referredBy == transfers[index].referredByKey
        let transferee = transactions[transfers[index].transaction].destination
        let isTransferee = endpoints[Int(transferee)].address == keys.source
        switch (isReferredBy, isTarget, isTransferee) {
        case (true, true, _): return .referredByAndTarget
        case (true, false, true): return .referredBy
        case (false, true, true) where wanted == nil || keys.replaces == nil:
            return isFromTransferee(keys, index, seed: seed) ? .target : nil
        default: return nil
        }
    }

    /// Whether nothing speaks against the transferee as the caller: a server sends the INVITEs of many users from one
    /// address, so the user must be the one of the dialog, and a Referred-By of another REFER must not be there.
    private func isFromTransferee(_ keys: InviteKeys, _ index: Int, seed: UInt64) -> Bool {
        guard keys.referredBy == 0 || transfers[index].referredByKey == 0 else { return false }
        let leg = legs[transfers[index].leg]
        let isByCaller = leg.callerTag == transfers[index].transferorTag
        let transferee = URIKey.user(text.span, isByCaller ? leg.to : leg.from, seed: seed)
        return keys.caller == 0 || transferee == 0 || keys.caller == transferee
    }

    /// Whether an INVITE comes from the client that was redirected, on the hop of the redirect or on the first.
    func isRedirect(_ index: Int, followedBy keys: InviteKeys, from: UInt64, seed: UInt64) -> Bool {
        let redirected = redirects[index].transaction
        guard redirects[index].follower == nil,
            URIKey.make(text.span, legs[transactions[redirected].leg].from, seed: seed) == from
        else { return false }
        return [redirected, transactions[redirected].primary ?? redirected].contains {
            endpoints[Int(transactions[$0].source)].address == keys.source
        }
    }
}
