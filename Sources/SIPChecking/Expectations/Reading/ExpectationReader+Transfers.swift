import SIPDialogs
import YAMLReading

/// Transfers and redirects.
extension ExpectationReader {
    /// A list of transfers.
    func transfers(_ node: YAMLNode, _ role: String) throws(YAMLError) -> [Placed<TransferExpectation>] {
        try items(node, role, transfer)
    }

    /// A list of redirects.
    func redirects(_ node: YAMLNode, _ role: String) throws(YAMLError) -> [Placed<RedirectExpectation>] {
        try items(node, role, redirect)
    }

    private func transfer(_ node: YAMLNode) throws(YAMLError) -> TransferExpectation {
        let fields = try fields(node, ExpectationGrammar.transfer)
        var result = TransferExpectation()
        result.kind = try value("kind", of: fields) { node, key throws(YAMLError) in
            try node.choice(key, of: [Transfer.Kind.blind, .attended].map(\.rawValue))
        }
        result.target = try value("target", of: fields) { node, key throws(YAMLError) in try node.matcher(key) }
        result.response = try value("response", of: fields) { node, key throws(YAMLError) in try node.statuses(key) }
        result.finalStatus = try value("final-status", of: fields) { node, key throws(YAMLError) in
            try node.statuses(key)
        }
        result.outcome = try value("outcome", of: fields) { node, key throws(YAMLError) in
            try node.words(key, of: TransferOutcome.allCases.map(\.rawValue))
        }
        return result
    }

    private func redirect(_ node: YAMLNode) throws(YAMLError) -> RedirectExpectation {
        let fields = try fields(node, ExpectationGrammar.redirect)
        var result = RedirectExpectation()
        result.status = try value("status", of: fields) { node, key throws(YAMLError) in try node.statuses(key) }
        result.contacts = try value("contacts", of: fields) { node, key throws(YAMLError) in try node.matchers(key) }
        result.followed = try value("followed", of: fields) { node, key throws(YAMLError) in try node.bool(key) }
        return result
    }
}
