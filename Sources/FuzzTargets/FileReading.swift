import PacketCapture
import TraceTypes

/// What reading a file gave.
struct FileReading: Equatable {
    private static let shortLength = 64
    /// A filter for short frames, which can be compiled for all link types that there are layers for.
    static let shortFilter = "less \(shortLength)"

    private(set) var frames = 0
    /// The numbers of the frames that ``shortFilter`` matches whatever they are.
    private(set) var shortFrames: [UInt64] = []
    private(set) var bytes = 0
    private(set) var lastTime = Timestamp(nanoseconds: 0)
    private(set) var error: CaptureError?

    /// Reads the file at a path, and holds what comes to what must be true of it.
    init(_ path: String, filter: String?, _ violations: inout Violations) {
        do throws(CaptureError) {
            var source = try CaptureSource(files: [path], filter: filter)
            var header: FrameHeader?
            while true {
                let step = try source.next { frame, bytes in
                    header = frame
                    self.frames += 1
                    self.bytes += bytes.count
                    lastTime = frame.time
                }
                guard case .frame = step, let header else { break }
                let number = header.number.rawValue
                if header.wireLength <= Self.shortLength, LinkType.decodable.contains(header.linkType) {
                    shortFrames.append(number)
                }
                if filter == nil { violations.expect(number == UInt64(frames), "a frame with another number") }
                violations.expect(
                    source.interfaces(from: header.interface).first?.linkType == header.linkType,
                    "a frame of interface \(header.interface), which is not listed so")
            }
            violations.expect(
                source.inputs.first?.frames == UInt64(frames), "another number of frames in the account")
        } catch {
            self.error = error
            violations.expect(!error.description.contains("\n"), "a complaint of several lines")
        }
    }
}
