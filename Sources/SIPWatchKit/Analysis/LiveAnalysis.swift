import PacketCapture
import SIPReporting
import TraceTypes

/// How a device is watched.
public struct WatchOptions: Sendable {
    /// The device's name; `any` is all of them.
    public var device = "any"
    /// A BPF expression; nil for a filter that loses no SIP on the usual ports.
    public var filter: String?
    /// Bytes of a frame that are kept.
    public var snapLength: Int32 = 262_144
    /// Bytes of the kernel's buffer; nil for the default.
    public var bufferSize: Int32?
    /// Whether frames for other hosts are captured too.
    public var isPromiscuous = true
    /// When to stop, counted from the start.
    public var duration: TimeSpan?
    /// After how many frames to stop.
    public var count: UInt64?

    /// The defaults.
    public init() {}
}

extension Analyzer {
    /// Watches a device until a limit is reached or `shouldStop` says so, and returns the report.
    ///
    /// `now` is asked for the wall clock's time when no frame comes. `onStart` is called once capturing has begun.
    /// Throws when the device cannot be captured on, with one line that says what to do.
    public mutating func watch(
        _ options: WatchOptions, now: () -> Timestamp, onStart: () -> Void, shouldStop: () -> Bool
    ) throws(AnalysisError) -> Report {
        do throws(CaptureError) {
            var source = try CaptureSource(device: options.device, options: LiveOptions(options))
            onStart()
            let end = options.duration.map { now() + $0 }
            reading: while !shouldStop() {
                if let end, now() >= end { break }
                if let count = options.count, frameCount >= count { break }
                switch try next(&source) {
                case .frame:
                    if frameCount & 0x3FF == 0 { droppedFrames = source.statistics()?.dropped ?? 0 }
                case .idle:
                    droppedFrames = source.statistics()?.dropped ?? 0
                    idle(at: now())
                case .end: break reading
                }
            }
            let statistics = source.statistics()
            droppedFrames = statistics?.dropped ?? 0
            idle(at: now())
            var report = finish()
            report.account.inputs = extractor.account(of: source.inputs.map { CaptureAccount.Input($0) })
            for index in report.account.inputs.indices { report.account.inputs[index].droppedFrames = droppedFrames }
            report.account.droppedByInterface = statistics?.droppedByInterface ?? 0
            return report
        } catch {
            throw AnalysisError(description: error.description)
        }
    }

    private mutating func next(_ source: inout CaptureSource) throws(CaptureError) -> CaptureStep {
        try source.next { feed($0, $1) }
    }
}

extension LiveOptions {
    init(_ options: WatchOptions) {
        self.init()
        if let expression = options.filter { filter = .expression(expression) }
        if let size = options.bufferSize { bufferSize = size }
        snapLength = options.snapLength
        isPromiscuous = options.isPromiscuous
    }
}
