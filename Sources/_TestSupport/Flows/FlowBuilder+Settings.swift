import SIPParsing
import TraceTypes

/// Lines that are no messages.
extension FlowBuilder {
    /// Reads `expect`, `until`, `party` and the like.
    mutating func addSetting(_ line: FlowLine, _ words: [FlowLine.Word]) throws(FlowError) {
        let values = words.dropFirst().map(\.text)
        switch (words.first?.text ?? "", values.count) {
        case ("expect", 3...): result.expectations.append(try Self.expectation(values, line))
        case ("expect", _): throw line.error(.form("expect RULE SEVERITY CONFIDENCE [FRAME…]"))
        case ("cured", 1): result.cured.insert(values[0])
        case ("until", 1): result.until = try time(values[0], line)
        case ("loss", 0): result.hasLoss = true
        case ("timers", 1...): for value in values { try setTimer(value, line) }
        case ("party", 2): parties[values[0]] = SIPScenario.Party(values[0], try Self.endpoint(values[1], line))
        case ("call", 1): callID = values[0]
        case ("transport", 1): result.scenario.transport = try Self.transport(values[0], line)
        case ("cured", _), ("until", _), ("loss", _), ("timers", _), ("party", _), ("call", _), ("transport", _):
            throw line.error(.form(Self.forms))
        case (let word, _): throw line.error(.unknownWord(word))
        }
    }

    private static let forms =
        "cured RULE, until TIME, loss, timers t1=N, party NAME ADDRESS, call CALL-ID, transport NAME"

    private static func expectation(_ values: [String], _ line: FlowLine) throws(FlowError) -> Flow.Expectation {
        for (value, known) in zip(values[1...2], [["error", "warning", "info"], ["proven", "observed", "likely"]]) {
            guard known.contains(value) else { throw line.error(.notAValue(value)) }
        }
        var frames: [UInt64] = []
        for value in values.dropFirst(3) {
            guard let frame = UInt64(value) else { throw line.error(.notAValue(value)) }
            frames.append(frame)
        }
        return Flow.Expectation(
            rule: values[0], severity: values[1], confidence: values[2], frames: frames.isEmpty ? nil : frames)
    }

    private mutating func setTimer(_ word: String, _ line: FlowLine) throws(FlowError) {
        let parts = word.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let value = Int64(parts[1]), value > 0 else { throw line.error(.notAValue(word)) }
        switch parts[0] {
        case "t1": result.timers.t1 = .milliseconds(value)
        case "t2": result.timers.t2 = .milliseconds(value)
        case "t4": result.timers.t4 = .milliseconds(value)
        default: throw line.error(.unknownWord(word))
        }
    }

    private static func transport(_ name: String, _ line: FlowLine) throws(FlowError) -> Transport {
        guard let transport = Transport.allCases.first(where: { $0.name.lowercased() == name }) else {
            throw line.error(.notAValue(name))
        }
        return transport
    }

    /// Reads an address with or without a port; IPv6 with a port stands in brackets.
    private static func endpoint(_ text: String, _ line: FlowLine) throws(FlowError) -> Endpoint {
        let isBareV6 = !text.hasPrefix("[") && text.count { $0 == ":" } > 1
        let bytes = Array(("sip:" + (isBareV6 ? "[\(text)]" : text)).utf8)
        guard let uri = SIPURI(bytes.span, ByteRange(0..<bytes.count)), let address = uri.address else {
            throw line.error(.notAValue(text))
        }
        return Endpoint(address: address, port: uri.port ?? 5060)
    }
}
