import SIPParsing

/// What holds of values that several header fields have.
enum HeaderInvariants {
    private static let limits = ParsingLimits.standard

    static func list<Value>(_ values: [Value], _ violations: inout Violations) {
        violations.expect(values.count, atMost: limits.listedValues, "listed values")
    }

    static func parameters(_ parameters: [Parameter], _ violations: inout Violations) {
        violations.expect(parameters.count, atMost: limits.parameters, "parameters")
        violations.expect(parameters.allSatisfy { !$0.name.isEmpty }, "a parameter without name")
        for parameter in parameters {
            violations.expect(parameters.value(of: parameter.name) != nil, "a parameter that its name does not find")
        }
    }

    static func addresses(_ addresses: [NameAddress], _ violations: inout Violations) {
        list(addresses, &violations)
        for address in addresses {
            URITarget.check(address.uri, &violations)
            parameters(address.parameters, &violations)
            violations.expect((0...1).contains(address.q ?? 0), "the weight \(address.q ?? 0)")
            violations.expect(address.displayName?.isEmpty != true, "an empty display name")
        }
    }

    static func hops(_ hops: [Via], _ violations: inout Violations) {
        list(hops, &violations)
        for hop in hops {
            parameters(hop.parameters, &violations)
            violations.expect(!hop.host.isEmpty && !hop.transport.isEmpty, "a Via without host or transport")
            violations.expect(hop.rport == nil || hop.hasRport, "the port of an rport that is not there")
        }
    }

    static func referTo(_ referTo: ReferTo?, _ violations: inout Violations) {
        guard let referTo else { return }
        addresses([referTo.address], &violations)
        URITarget.check(referTo.target, &violations)
        violations.expect(referTo.target.headers.isEmpty, "a refer target with header fields")
    }
}
