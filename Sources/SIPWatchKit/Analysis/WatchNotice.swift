import PacketCapture

/// Something that happened to a capture, in one line that says what to do.
public struct WatchNotice: CustomStringConvertible, Sendable {
    /// The line.
    public let description: String

    init(_ description: String) {
        self.description = description
    }

    /// The kernel's buffer was full; `bufferSize` is its size in bytes.
    static func dropped(_ count: UInt64, by device: String, bufferSize: Int32) -> WatchNotice {
        let size = Int64(bufferSize) / 1024 * 4
        let advice = size <= 2_097_151 ? "give it a larger buffer with -B \(size), or use" : "use"
        return WatchNotice("\(device): the kernel dropped \(frames(count)); \(advice) a narrower filter")
    }

    /// The device lost frames.
    static func droppedByInterface(_ count: UInt64, by device: String) -> WatchNotice {
        WatchNotice("\(device): the device dropped \(frames(count)); see: ip -s link show \(device)")
    }

    /// The analysis did not keep up.
    static func droppedHere(_ count: UInt64, of device: String) -> WatchNotice {
        WatchNotice(
            "\(device): sipwatch did not keep up and dropped \(frames(count)); use a narrower filter, or write the "
                + "output to a file with -o")
    }

    /// The device was switched off.
    static func down(_ device: String) -> WatchNotice {
        WatchNotice("\(device): the device is down; bring it up: sudo ip link set \(device) up")
    }

    /// There was no room to remember all frames that brought the messages of streams.
    static func incomplete(_ count: Int, in path: String) -> WatchNotice {
        WatchNotice(
            "\(path): may lack frames: of \(count == 1 ? "1 message" : "\(count) messages") of the capture the first "
                + "frames were forgotten for want of room; read less of it with a filter")
    }

    private static func frames(_ count: UInt64) -> String {
        count == 1 ? "1 frame so far" : "\(count) frames so far"
    }
}
