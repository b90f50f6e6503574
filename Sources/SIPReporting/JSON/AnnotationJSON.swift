import SIPCatalog
import SIPFindings
import SIPParsing
import TraceTypes

extension ShownAnomaly {
    var json: JSONText {
        .object([
            "name": .string(kind.name), "strictness": .string(kind.definition.strictness.rawValue),
            "meaning": .string(kind.definition.meaning), "reference": .string(kind.definition.reference),
            "in": .string(isInBody ? "body" : "message"), "text": .string(text),
        ])
    }
}

extension Annotation {
    /// The few words, and for a response the explanation in full.
    func json(_ explanation: ResponseExplanation?) -> JSONText {
        var fields: [String: JSONText] = ["text": .string(text)]
        if let code { fields["code"] = .status(code) }
        if let situation { fields["situation"] = .string(situation) }
        if let explanation {
            fields["explanation"] = .string(explanation.entry.meaning)
            fields["evidence"] = .strings(explanation.evidence)
            fields["advice"] = .strings(explanation.entry.fix)
            fields["references"] = .strings(explanation.entry.references.map(\.description))
        }
        return .object(fields)
    }
}
