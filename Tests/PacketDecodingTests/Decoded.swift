import PacketDecoding
import TraceTypes

/// A decoding result with the payload's bytes looked up, so that tests can compare it.
enum Decoded {
    case datagram(PayloadHeader, [UInt8])
    case reassembledDatagram(PayloadHeader, [UInt8])
    case stream(StreamChunk, [UInt8])
    case reassembledStream(StreamChunk, [UInt8])
    case held(HoldReason)
    case other(OtherProtocol)
    case undecoded(UndecodedReason)

    init(_ result: DecodeResult, in frame: [UInt8]) {
        switch result {
        case .datagram(let header, let range): self = .datagram(header, Array(frame[range]))
        case .reassembledDatagram(let header, let bytes): self = .reassembledDatagram(header, bytes)
        case .stream(let chunk, let range): self = .stream(chunk, Array(frame[range]))
        case .reassembledStream(let chunk, let bytes): self = .reassembledStream(chunk, bytes)
        case .held(let reason): self = .held(reason)
        case .other(let kind): self = .other(kind)
        case .undecoded(let reason): self = .undecoded(reason)
        }
    }

    /// The payload, if there is one.
    var payload: [UInt8]? {
        switch self {
        case .datagram(_, let bytes), .reassembledDatagram(_, let bytes): bytes
        case .stream(_, let bytes), .reassembledStream(_, let bytes): bytes
        case .held, .other, .undecoded: nil
        }
    }

    /// The payload's header, if there is one.
    var header: PayloadHeader? {
        switch self {
        case .datagram(let header, _), .reassembledDatagram(let header, _): header
        case .stream(let chunk, _), .reassembledStream(let chunk, _): chunk.header
        case .held, .other, .undecoded: nil
        }
    }

    /// The stream's chunk, if there is one.
    var chunk: StreamChunk? {
        switch self {
        case .stream(let chunk, _), .reassembledStream(let chunk, _): chunk
        default: nil
        }
    }

    /// The class and reason in words.
    var name: String {
        switch self {
        case .datagram: "datagram"
        case .reassembledDatagram: "reassembled datagram"
        case .stream: "stream"
        case .reassembledStream: "reassembled stream"
        case .held(let reason): "held: \(reason.name)"
        case .other(let kind): "other: \(kind.name)"
        case .undecoded(let reason): "undecoded: \(reason.name)"
        }
    }
}
