import CPcap
import Glibc
import TraceTypes

/// Reads one device.
///
/// `@safe`: `bytes` points into libpcap's own memory, where libpcap keeps the frame until the next read.
@safe final class InputReader: FrameReader {
    private let handle: PcapHandle
    private let subsecondUnit: Int64
    /// What to wait on, and for how many milliseconds.
    private let waiting: (descriptor: Int32, timeout: Int32)
    private var statisticsCounter = StatisticsCounter()

    /// Reads from an activated device that is in non-blocking mode.
    init(name: String, handle: PcapHandle, waiting: (descriptor: Int32, timeout: Int32)) throws(CaptureError) {
        let linkType = handle.linkType
        guard LinkType.decodable.contains(linkType) else {
            throw .unsupportedLinkType(input: name, name: linkType.pcapName)
        }
        self.handle = handle
        self.waiting = waiting
        subsecondUnit = handle.subsecondUnit
        super.init(InputAccount(name: name, linkType: linkType))
    }

    override func read() throws(CaptureError) -> Outcome {
        var header: UnsafeMutablePointer<pcap_pkthdr>?
        // Safe: the handle is activated; libpcap sets both pointers when it returns 1.
        let status = unsafe pcap_next_ex(handle.pointer, &header, &bytes)
        if status == 1, let header = unsafe header?.pointee {
            take(header, subsecondUnit: subsecondUnit)
            return .frame
        }
        if status == 0 { return .idle }
        if status == PCAP_ERROR { throw .deviceFailure(device: account.name, reason: handle.lastError) }
        account.end = .complete
        return .end
    }

    override func wait() {
        var request = pollfd(fd: waiting.descriptor, events: Int16(POLLIN), revents: 0)
        // Safe: one descriptor is passed, and it belongs to the open handle. A signal ends the wait as a timeout does.
        _ = unsafe poll(&request, 1, waiting.timeout)
    }

    /// What the kernel counted.
    override func statistics() -> KernelStatistics? {
        var raw = pcap_stat()
        // Safe: the handle is activated, and the structure is the one this version of libpcap fills.
        if unsafe pcap_stats(handle.pointer, &raw) == 0 { statisticsCounter.update(raw) }
        return statisticsCounter.total
    }
}
