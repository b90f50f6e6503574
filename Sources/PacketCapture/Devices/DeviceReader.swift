import CLinux
import CPcap
import Glibc
import TraceTypes

/// Reads one device, and holds the frame it read last in libpcap's own memory.
///
/// `@safe`: `bytes` is valid from a successful `read()` to the next one, because libpcap keeps the frame until then,
/// and only `withFrame` hands it out, as a span that cannot escape.
@safe final class DeviceReader {
    /// What the capture says of the device.
    let interface: CaptureInterface
    /// What to wait on.
    let descriptor: Int32
    /// The frame's time.
    private(set) var time = Timestamp(nanoseconds: 0)
    /// The frame's length on the wire.
    private(set) var wireLength = 0
    /// Why nothing more comes from the device.
    private(set) var failure: CaptureError?
    private let handle: PcapHandle
    private let subsecondUnit: Int64
    private var bytes: UnsafePointer<UInt8>?
    private var count = 0
    private var counter = StatisticsCounter()

    /// Reads from an activated device that is in non-blocking mode.
    init(_ interface: CaptureInterface, handle: PcapHandle) {
        self.interface = interface
        self.handle = handle
        // Safe: the handle is activated.
        descriptor = unsafe pcap_get_selectable_fd(handle.pointer)
        subsecondUnit = handle.subsecondUnit
    }

    /// The device's name.
    var name: String { interface.name ?? "" }

    /// Goes on to the next frame, if there is one by now.
    func read() -> Bool {
        guard failure == nil else { return false }
        var header: UnsafeMutablePointer<pcap_pkthdr>?
        // Safe: the handle is activated; libpcap sets both pointers when it returns 1.
        let status = unsafe pcap_next_ex(handle.pointer, &header, &bytes)
        if status == 1, let header = unsafe header?.pointee {
            count = Int(header.caplen)
            wireLength = max(count, Int(header.len))
            time = Timestamp(
                seconds: Int64(header.ts.tv_sec), nanoseconds: Int64(header.ts.tv_usec) &* subsecondUnit)
            return true
        }
        if status != 0 { fail(handle.lastError) }
        return false
    }

    /// Notes that nothing more will come.
    func fail(_ reason: String) {
        failure = failure ?? .deviceFailure(device: name, reason: reason)
    }

    /// Calls `body` with the bytes of the frame that was read last.
    func withFrame(_ body: (Span<UInt8>) -> Void) {
        // Safe: libpcap keeps `count` bytes at `bytes` until the next read, which cannot happen during the call.
        let frame = unsafe UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
        body(unsafe frame.span)
    }

    /// Whether the device is known to be switched off; frames come again when it is switched on.
    var isDown: Bool {
        guard failure == nil else { return false }
        // Safe: the name is a C string for the call, which looks at no more of it than a device's name may have.
        return unsafe sipwatch_is_up(descriptor, name) == 0
    }

    /// What the kernel counted so far.
    func statistics() -> KernelStatistics {
        guard failure == nil else { return counter.total }
        var raw = pcap_stat()
        // Safe: the handle is activated, and the structure is the one this version of libpcap fills.
        if unsafe pcap_stats(handle.pointer, &raw) == 0 { counter.update(raw) }
        return counter.total
    }
}
