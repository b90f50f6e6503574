import SIPParsing

/// What holds of values that several header fields have.
enum HeaderInvariants {
    private static let limits = ParsingLimits.standard

    static func list<Value>(_ values: [Value], _ violations: inout Violations) {
        violations.expect(values.count, atMost: limits.listedValues, "listed values")
    }

    static func names(_ names: [String], _ violations: inout Violations) {
        list(names, &violations)
        violations.expect(names.allSatisfy { !$0.isEmpty }, "an empty name in a list")
    }

    static func parameters(_ parameters: [Parameter], _ violations: inout Violations) {
        violations.expect(parameters.count, atMost: limits.parameters, "parameters")
        violations.expect(parameters.allSatisfy { !$0.name.isEmpty }, "a parameter without name")
        for parameter in parameters {
            violations.expect(parameters.value(of: parameter.name) != nil, "a parameter that its name does not find")
        }
    }

    /// A list of values that have parameters, and all of which name something.
    static func list<Value>(
        _ values: [Value], _ name: (Value) -> String, _ parameters: (Value) -> [Parameter],
        _ violations: inout Violations
    ) {
        names(values.map(name), &violations)
        for value in values { Self.parameters(parameters(value), &violations) }
    }

    static func weight(_ q: Double?, _ violations: inout Violations) {
        violations.expect((0...1).contains(q ?? 0), "the weight \(q ?? 0)")
    }

    static func seconds(_ seconds: [Int?], _ violations: inout Violations) {
        violations.expect(seconds.allSatisfy { $0 ?? 0 >= 0 }, "less than no seconds")
    }

    static func addresses(_ addresses: [NameAddress], _ violations: inout Violations) {
        list(addresses, &violations)
        for address in addresses {
            URITarget.check(address.uri, &violations)
            parameters(address.parameters, &violations)
            weight(address.q, &violations)
            violations.expect(address.displayName?.isEmpty != true, "an empty display name")
        }
    }

    static func hops(_ hops: [Via], _ violations: inout Violations) {
        list(hops, \.host, \.parameters, &violations)
        for hop in hops {
            violations.expect(!hop.transport.isEmpty, "a Via without transport")
            violations.expect(hop.rport == nil || hop.hasRport, "the port of an rport that is not there")
        }
    }

    static func referTo(_ referTo: ReferTo?, _ violations: inout Violations) {
        guard let referTo else { return }
        addresses([referTo.address], &violations)
        target(referTo.target, &violations)
    }

    static func history(_ entries: [HistoryInfo], _ violations: inout Violations) {
        addresses(entries.map(\.address), &violations)
        for entry in entries {
            target(entry.target, &violations)
            violations.expect(entry.index?.isEmpty != true, "an index of no numbers")
            violations.expect(entry.index?.count ?? 0, atMost: limits.listedValues + 1, "numbers of an index")
            violations.expect((entry.mechanism == nil) == (entry.source == nil), "a mechanism without its parameter")
            for reason in entry.reasons { parameters(reason.parameters, &violations) }
        }
    }

    /// A URI that a request is sent to.
    private static func target(_ target: SIPURI, _ violations: inout Violations) {
        URITarget.check(target, &violations)
        violations.expect(target.headers.isEmpty, "a target with header fields")
    }

    static func callIDs(_ identifiers: [CallID], _ violations: inout Violations) {
        names(identifiers.map(\.text), &violations)
        for identifier in identifiers {
            let text = identifier.localPart + (identifier.host.map { "@" + $0 } ?? "")
            violations.expect(identifier.text == text, "a Call-ID that is not made of its parts")
            violations.expect(!identifier.isWellFormed || !identifier.localPart.isEmpty, "a Call-ID without a word")
        }
    }

    static func identity(_ identity: Identity?, _ violations: inout Violations) {
        guard let identity else { return }
        parameters(identity.parameters, &violations)
        violations.expect(
            identity.form == .full || identity.header == nil && identity.payload == nil,
            "the header or payload of a PASSporT that has none")
        violations.expect(
            (identity.payload?.count ?? 0) <= identity.digest.utf8.count, "a payload longer than the digest")
    }

    static func software(_ software: Software?, _ violations: inout Violations) {
        guard let software else { return }
        list(software.parts, &violations)
        violations.expect(!software.parts.isEmpty, "software of no parts")
    }
}
