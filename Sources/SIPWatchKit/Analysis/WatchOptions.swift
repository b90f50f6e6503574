import PacketCapture
import TraceTypes

/// How devices are watched.
public struct WatchOptions: Sendable {
    /// The devices' names; `any` is all of them.
    public var devices = ["any"]
    /// A BPF expression; nil for a filter that loses no SIP on the usual ports.
    public var filter: String?
    /// Bytes of a frame that are kept.
    public var snapLength: Int32 = 262_144
    /// Bytes of the kernel's buffer; nil for the default.
    public var bufferSize: Int32?
    /// Whether frames for other hosts are captured too.
    public var isPromiscuous = true
    /// Whether each frame is delivered at once, at a higher cost per frame.
    public var isImmediate = false
    /// Where the frames' times come from, by libpcap's names; nil for the device's default.
    public var timestampSource: String?
    /// When to stop, counted from the start.
    public var duration: TimeSpan?
    /// After how many frames to stop.
    public var count: UInt64?
    /// Where to save the frames.
    public var save: SaveOptions?
    /// Who to become once devices and files are open; nil for the default, which is `nobody` for root and else nobody
    /// new. `root` stays root.
    public var user: String?

    /// The defaults.
    public init() {}
}

extension LiveOptions {
    init(_ options: WatchOptions) {
        self.init()
        if let expression = options.filter { filter = .expression(expression) }
        if let size = options.bufferSize { bufferSize = size }
        snapLength = options.snapLength
        isPromiscuous = options.isPromiscuous
        isImmediate = options.isImmediate
        timestampSource = options.timestampSource
    }
}
