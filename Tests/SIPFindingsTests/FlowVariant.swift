import TraceTypes
import _TestSupport

/// A case as another capture of the same traffic would have it.
struct FlowVariant {
    /// What is different about it.
    var name: String
    /// The messages in the order of their times.
    var messages: [SIPScenario.Message]
    /// When the capture ends.
    var end: Timestamp
    /// Whether it is known to have lost frames.
    var hasLoss: Bool

    /// Some messages of a case; they are put in order and numbered.
    init(
        _ name: String, of flow: Flow.Case, _ messages: [SIPScenario.Message], until end: Timestamp? = nil,
        hasLoss: Bool = false
    ) {
        self.name = name
        self.end = end ?? flow.end
        self.hasLoss = hasLoss || flow.hasLoss
        self.messages = messages.enumerated()
            .sorted { ($0.element.header.time, $0.offset) < ($1.element.header.time, $1.offset) }.map(\.element)
        for index in self.messages.indices {
            self.messages[index].header.frame = FrameNumber(rawValue: UInt64(index) + 1)
        }
    }
}

extension Flow.Case {
    private static let nanosecond = TimeSpan(nanoseconds: 1)

    /// Ends with each message, and a nanosecond before each.
    var cutShort: [FlowVariant] {
        let messages = scenario.messages
        return messages.indices.flatMap { index in
            let time = messages[index].header.time
            return [
                FlowVariant(
                    "ends with \(index + 1)", of: self, messages.filter { $0.header.time <= time }, until: time),
                FlowVariant(
                    "ends before \(index + 1)", of: self, messages.filter { $0.header.time < time },
                    until: time - Self.nanosecond),
            ]
        }
    }

    /// Begins after each message but the last.
    var startedLate: [FlowVariant] {
        let messages = scenario.messages
        return messages.indices.dropFirst().map {
            FlowVariant("begins with \($0 + 1)", of: self, Array(messages[$0...]))
        }
    }

    /// Lacks what passed from one address to another.
    var oneWay: [FlowVariant] {
        let messages = scenario.messages
        let ways = Set(messages.map { [$0.header.source.address, $0.header.destination.address] })
        return ways.map { way in
            FlowVariant(
                "lacks \(way[0]) > \(way[1])", of: self,
                messages.filter { [$0.header.source.address, $0.header.destination.address] != way })
        }
    }

    /// Lacks one message, and is known to have lost some.
    var withHoles: [FlowVariant] {
        let messages = scenario.messages
        return messages.indices.map { index in
            FlowVariant(
                "lacks \(index + 1)", of: self, Array(messages[..<index] + messages[(index + 1)...]), hasLoss: true)
        }
    }

    /// Has each message twice, a millisecond apart, with the identifications of IPv4 or without.
    func capturedTwice(isNumbered: Bool) -> FlowVariant {
        let copies = scenario.messages.enumerated().flatMap { index, message in
            var (first, second) = (message, message)
            first.header.identification = isNumbered ? UInt16(index + 1) : nil
            second.header.identification = first.header.identification
            second.header.time = second.header.time + .milliseconds(1)
            return [first, second]
        }
        return FlowVariant("has each twice", of: self, copies)
    }

    /// Passed at another time.
    func shifted(by span: TimeSpan) -> FlowVariant {
        let messages = scenario.messages.map { message in
            var message = message
            message.header.time = message.header.time + span
            return message
        }
        return FlowVariant("is \(span.seconds) s later", of: self, messages, until: end + span)
    }

    /// Has both sides of an address translator behind which all these addresses are.
    func translated(_ name: String, _ addresses: Set<IPAddress>) -> FlowVariant {
        let copies = scenario.messages.flatMap { message in
            let ends = [message.header.source.address, message.header.destination.address]
            guard message.header.transport == .udp, !addresses.isDisjoint(with: ends) else { return [message] }
            var outside = message
            outside.header.source = Self.outside(message.header.source, addresses)
            outside.header.destination = Self.outside(message.header.destination, addresses)
            // What comes from behind the translator is seen inside first, all else outside.
            let isFromInside = addresses.contains(message.header.source.address)
            var copies = isFromInside ? [message, outside] : [outside, message]
            copies[1].header.time = copies[1].header.time + .milliseconds(2)
            return copies
        }
        return FlowVariant(name, of: self, copies)
    }

    /// Both sides of a translator in front of each party, and of one in front of all.
    var translated: [FlowVariant] {
        let addresses = Set(scenario.messages.flatMap { [$0.header.source.address, $0.header.destination.address] })
        let one = addresses.map { translated("has both sides of a translator before \($0)", [$0]) }
        return one + [translated("has both sides of a translator before all", addresses)]
    }

    private static func outside(_ endpoint: Endpoint, _ addresses: Set<IPAddress>) -> Endpoint {
        guard addresses.contains(endpoint.address) else { return endpoint }
        let address = endpoint.address
        let other =
            address.family == .v4
            ? IPAddress(v4: 0xCB00_7100 | UInt32(truncatingIfNeeded: address.low & 255))
            : IPAddress(v6High: address.high ^ 1, low: address.low)
        return Endpoint(address: other, port: endpoint.port &+ 10_000)
    }
}
