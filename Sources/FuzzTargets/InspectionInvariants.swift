import SIPParsing

/// What holds of the strict look at every message.
enum InspectionInvariants {
    private static let limits = ParsingLimits.standard

    /// Inspects a message twice: what is found stays inside of it and within the limit, and is the same again.
    static func check(_ message: Message, _ bytes: Span<UInt8>, _ violations: inout Violations) {
        var inspector = MessageInspector()
        let found = inspector.inspect(message, bytes)
        violations.expect(
            found == inspector.inspect(message, bytes), "an inspection finds other things the second time")
        violations.expect(
            message.anomalies.count + found.count, atMost: limits.anomalies, "anomalies of a message that was inspected"
        )
        for anomaly in found {
            violations.expect(anomaly.range, inside: message.extent.range, "the anomaly \(anomaly.kind.name)")
            violations.expect(
                !message.anomalies.contains(anomaly), "the anomaly \(anomaly.kind.name) is noted a second time")
        }
    }
}
