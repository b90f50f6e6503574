import SIPParsing
import TraceTypes

@testable import SIPWatchKit

extension DissectedMessage {
    /// The messages of a capture as the product's own pipeline reads them, in order.
    static func read(_ path: String) throws(AnalysisError) -> [DissectedMessage] {
        let channel = BatchChannel()
        let request = FileExtraction.Request(files: [path], filter: nil, limit: nil, limits: ParsingLimits(), seed: 0)
        let reader = FileReader(request, channel)
        var messages: [DissectedMessage] = []
        while var batch = channel.receive() {
            messages += taken(from: &batch)
            channel.giveBack(batch)
        }
        var rest = try reader.outcome().get().rest
        return messages + taken(from: &rest)
    }

    private static func taken(from batch: inout MessageBatch) -> [DissectedMessage] {
        (0..<batch.messageCount).map { index in
            var message = Message()
            batch.exchangeMessage(index, with: &message)
            return batch.withPayload(index) { bytes, header, _ in
                DissectedMessage(message, bytes, frame: header.frame.rawValue)
            }
        }
    }

    private init(_ message: Message, _ payload: Span<UInt8>, frame: UInt64) {
        self.frame = frame
        bytes = payload.indices.map { payload[$0] }
        let whole = bytes
        func text(_ range: ByteRange) -> String { String(latin1: whole[range.range]) }
        switch message.startLine {
        case .request(_, let name, _): values[.start] = text(name)
        case .response(let status, _): values[.start] = String(status)
        }
        values[.callID] = message.callID.map(text)
        if let number = message.cseqNumber {
            values[.cseqNumber] = String(number)
            values[.cseqMethod] = text(message.cseqMethodName)
        }
        values[.fromTag] = message.fromTag.map(text)
        values[.toTag] = message.toTag.map(text)
        values[.branch] = message.branch.map(text)
        values[.contentLength] = message.contentLength.map { String($0) }
    }
}

extension String {
    /// One character for each byte.
    init(latin1 bytes: some Sequence<UInt8>) {
        self.init(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
