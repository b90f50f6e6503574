import PacketDecoding
import SIPParsing
import TraceTypes

/// One direction of a connection, on its way to be messages.
struct ExtractedStream: Sendable {
    /// A piece of the stream that was taken in.
    struct Chunk: Sendable {
        var header: PayloadHeader
        /// How many bytes of the stream there were up to its end.
        var end: UInt64

        /// The chunk's header, for a message that lies before its end: one that was held back until more showed where it
        /// ended. Nil for a message that a later chunk completed.
        func header(of message: FramedMessage.Info, count: Int) -> PayloadHeader? {
            message.offset + UInt64(count) <= end ? header : nil
        }
    }

    /// What cuts it into messages.
    var framer: StreamFramer
    /// The chunk before the one at hand.
    var last: Chunk?

    init(framer: StreamFramer) {
        self.framer = framer
    }
}
