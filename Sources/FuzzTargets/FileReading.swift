import PacketCapture
import TraceTypes

/// What reading a file gave.
struct FileReading: Equatable {
    private(set) var frames = 0
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
                // Frames that the filter leaves out have numbers too.
                violations.expect(
                    filter == nil ? number == UInt64(frames) : number >= UInt64(frames), "a frame with another number")
                let interfaces = source.interfaces
                violations.expect(
                    interfaces.indices.contains(header.interface)
                        && interfaces[header.interface].linkType == header.linkType,
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
