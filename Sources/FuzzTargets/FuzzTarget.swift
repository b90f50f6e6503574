/// A part of the program that takes bytes from the wire or from a file, with what must hold of it whatever the bytes are.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// One message, as a datagram holds it.
    case message
    /// The value of a header field, read as every type there is.
    case headers
    /// A URI; of several lines, one URI on each of the first two.
    case uri
    /// A session description.
    case sdp
    /// A body: the value of its Content-Type on the first line, the body behind it.
    case multipart
    /// A body of any type, perhaps encoded, with or without header fields in front of it.
    case bodies
    /// One direction of a byte stream.
    case stream
    /// Frames of one link type, in the form of ``FrameList``.
    case frames
    /// A capture file.
    case file

    /// Feeds the bytes to it, and says what it did that it never may; nothing when all is well.
    package func violations(_ bytes: Span<UInt8>) -> [String] {
        var violations = Violations()
        switch self {
        case .message: MessageTarget.run(bytes, &violations)
        case .headers: HeadersTarget.run(bytes, &violations)
        case .uri: URITarget.run(bytes, &violations)
        case .sdp: SessionDescriptionTarget.run(bytes, &violations)
        case .multipart: MultipartTarget.run(bytes, &violations)
        case .bodies: BodiesTarget.run(bytes, &violations)
        case .stream: StreamTarget.run(bytes, &violations)
        case .frames: FramesTarget.run(bytes, &violations)
        case .file: FileTarget.run(bytes, &violations)
        }
        return violations.found.map { "\(rawValue): \($0)" }
    }
}
