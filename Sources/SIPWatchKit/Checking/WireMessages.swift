import SIPDialogs
import SIPParsing
import TraceTypes

/// The bytes of the messages of a trace, kept while it is read for those who ask for header fields and bodies.
struct WireMessages: Sendable {
    /// Bytes that are kept of a trace.
    static let limit = 1 << 28

    /// What tells a message from the others of its frame.
    private struct Key: Hashable {
        var frame: FrameNumber
        var isRequest: Bool
        var status: UInt16
        var sequence: UInt32
        /// The method of a request, or of the one that a response answers.
        var method: SIPParsing.Method
        var callID: [UInt8]
    }

    private var messages: [Key: [UInt8]] = [:]
    private var room = Self.limit

    /// Keeps a message; of a trace that is too large, none that goes beyond the limit.
    mutating func add(_ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader) {
        let size = Int(message.extent.count)
        guard size <= room else { return }
        room -= size
        let key = Key(
            frame: header.frame, isRequest: message.method != nil, status: message.status ?? 0,
            sequence: message.cseqNumber ?? 0, method: message.method ?? message.cseqMethod,
            callID: message.callID.map { bytes.array($0) } ?? [])
        messages[key] = messages[key] ?? bytes.array(message.extent)
    }

    /// The bytes of a message of an exchange; nil where they were not kept.
    func bytes(_ exchange: Exchange, _ index: MessageIndex) -> [UInt8]? {
        guard exchange.messages.indices.contains(index) else { return nil }
        let record = exchange.messages[index]
        let place = Int(record.transaction)
        guard exchange.transactions.indices.contains(place),
            exchange.legs.indices.contains(exchange.transactions[place].leg)
        else { return nil }
        let callID = exchange.legs[exchange.transactions[place].leg].callID
        let key = Key(
            frame: record.frame, isRequest: record.isRequest, status: record.status, sequence: record.cseq,
            method: record.method, callID: exchange.text.span.array(callID))
        return messages[key]
    }
}

/// Wire messages that are being added to while a trace is read.
final class WireMessageStore {
    private(set) var taken = WireMessages()

    /// Keeps a message.
    func add(_ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader) {
        taken.add(message, bytes, header)
    }
}

extension Span where Element == UInt8 {
    /// A copy of some of the bytes.
    fileprivate func array(_ range: ByteRange) -> [UInt8] {
        var copy: [UInt8] = []
        self.copy(range, to: &copy)
        return copy
    }
}
