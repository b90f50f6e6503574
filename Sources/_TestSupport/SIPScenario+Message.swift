import SIPParsing
import TraceTypes

extension SIPScenario {
    /// What passed, and what the layers below SIP say of it.
    package struct Message: Sendable {
        /// The payload.
        package var bytes: [UInt8]
        /// Sender, receiver, time and the rest.
        package var header: PayloadHeader
    }

    /// What a message carries behind its header fields.
    package struct Body: Sendable {
        /// The value of Content-Type.
        package var type: String
        /// The bytes as text.
        package var text: String

        /// A body of any type.
        package init(type: String, _ text: String) {
            self.type = type
            self.text = text
        }

        /// A session description with one audio stream.
        package static let sdp = Body(
            type: "application/sdp",
            """
            v=0\r
            o=- 1 1 IN IP4 192.0.2.1\r
            s=-\r
            c=IN IP4 192.0.2.1\r
            t=0 0\r
            m=audio 40000 RTP/AVP 0\r\n
            """)

        /// What a NOTIFY of the refer package carries: a status line as a rule.
        package static func sipfrag(_ line: String) -> Body {
            Body(type: "message/sipfrag;version=2.0", line + "\r\n")
        }
    }
}

extension [SIPScenario.Message] {
    /// Parses the messages and hands them on in their order.
    package func forEachMessage(_ body: (SIPParsing.Message, Span<UInt8>, PayloadHeader) -> Void) {
        var parser = MessageParser()
        for message in self {
            if case .message = parser.parse(message.bytes.span) {
                body(parser.message, message.bytes.span, message.header)
            }
        }
    }
}
