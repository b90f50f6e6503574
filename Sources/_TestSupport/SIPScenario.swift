import SIPParsing
import TraceTypes

/// A trace written down message by message, with times in seconds and with defaults for all that a test does not care
/// about: Via, Max-Forwards, tags, Call-ID, CSeq, Contact, Content-Length.
///
///     var scenario = SIPScenario()
///     let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
///     scenario.response(180, to: invite, at: 0.1)
///     scenario.response(200, to: invite, at: 2, body: .sdp)
///     scenario.acknowledge(invite, at: 2.1)
///     scenario.request(.bye, in: invite, from: .bob, at: 9)
package struct SIPScenario: Sendable {
    /// The Call-ID of requests that name none.
    package static let defaultCallID = "call-1@example.com"
    /// What carries the messages from here on.
    package var transport = Transport.udp
    private var unordered: [Message] = []
    private var lastCSeq: [String: UInt32] = [:]
    private var branches = 0

    /// Nothing has passed yet.
    package init() {}

    /// The messages in the order of their times; of equal times, in the order in which they were written down.
    package var messages: [Message] {
        var sorted = unordered.enumerated()
            .sorted { ($0.element.header.time, $0.offset) < ($1.element.header.time, $1.offset) }
            .map(\.element)
        for index in sorted.indices { sorted[index].header.frame = FrameNumber(rawValue: UInt64(index) + 1) }
        return sorted
    }

    /// The text that was added last.
    var lastText: String { unordered.last.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }

    /// Parses the messages and hands them on in the order of their times.
    package func forEachMessage(_ body: (SIPParsing.Message, Span<UInt8>, PayloadHeader) -> Void) {
        messages.forEachMessage(body)
    }

    /// The point in time so many seconds into a scenario.
    package static func time(_ seconds: Double) -> Timestamp {
        Timestamp(nanoseconds: 1_700_000_000_000_000_000 &+ Int64((seconds * 1e9).rounded()))
    }

    /// Adds any bytes at all.
    package mutating func add(_ text: String, from source: Endpoint, to destination: Endpoint, at seconds: Double) {
        unordered.append(
            Message(
                bytes: Array(text.utf8),
                header: PayloadHeader(
                    frame: FrameNumber(rawValue: 0), time: Self.time(seconds), source: source,
                    destination: destination, transport: transport)))
    }

    /// The number for a sender's next request under a Call-ID; `given` where a test says so.
    mutating func nextCSeq(_ callID: String, _ tag: String, given: UInt32?) -> UInt32 {
        let key = "\(callID) \(tag)"
        let number = given ?? (lastCSeq[key] ?? 0) &+ 1
        lastCSeq[key] = number
        return number
    }

    /// A branch that no other request has; made of `given` where a test says so.
    mutating func nextBranch(given: String?) -> String {
        branches += 1
        return "z9hG4bK" + (given ?? "-auto\(branches)")
    }
}
