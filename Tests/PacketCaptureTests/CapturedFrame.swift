import PacketCapture
import TraceTypes

/// A frame with its bytes copied, so that tests can keep it.
struct CapturedFrame {
    var header: FrameHeader
    var bytes: [UInt8]

    /// Reads until the end, or until `limit` frames, or `idleLimit` idle steps.
    static func read(
        _ source: inout CaptureSource, limit: Int = .max, idleLimit: Int = 0
    ) throws -> (frames: [CapturedFrame], step: CaptureStep) {
        var frames: [CapturedFrame] = []
        var idles = 0
        while true {
            let step = try source.next { header, bytes in
                frames.append(CapturedFrame(header: header, bytes: bytes.indices.map { bytes[$0] }))
            }
            if step == .idle { idles += 1 }
            if case .end = step { return (frames, step) }
            if idles > idleLimit || frames.count >= limit { return (frames, step) }
        }
    }

    /// Reads devices until there were `limit` frames, or `idleLimit` rounds without any.
    static func read(_ source: inout DeviceSource, limit: Int, idleLimit: Int) -> [CapturedFrame] {
        var frames: [CapturedFrame] = []
        var idles = 0
        while frames.count < limit, idles <= idleLimit {
            let count = source.round { frames.append(CapturedFrame(header: $0, bytes: $1.array)) }
            if count == 0 { idles += 1 }
        }
        return frames
    }

    /// Reads files to their end.
    static func read(files: [String]) throws -> (frames: [CapturedFrame], inputs: [InputAccount], step: CaptureStep) {
        var source = try CaptureSource(files: files)
        let (frames, step) = try read(&source)
        return (frames, source.inputs, step)
    }
}

extension InputAccount {
    /// Whether the file stops in the middle of a record.
    var wasTruncated: Bool {
        if case .truncatedFile = end { true } else { false }
    }
}

extension Span where Element: Copyable {
    /// A copy of the elements.
    var array: [Element] { indices.map { self[$0] } }
}
