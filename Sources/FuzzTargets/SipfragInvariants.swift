import SIPParsing

/// What holds of every piece of a message.
enum SipfragInvariants {
    static func check(_ piece: Sipfrag, inside bounds: Range<Int>, _ violations: inout Violations) {
        violations.expect(piece.fields.count, atMost: ParsingLimits.standard.headerFields, "header fields of a sipfrag")
        violations.expect(piece.body, inside: bounds, "the body of a sipfrag")
        for field in piece.fields {
            violations.expect(field.nameRange, inside: bounds, "the name of a field of a sipfrag")
            violations.expect(field.value, inside: bounds, "the value of a field of a sipfrag")
        }
    }
}
