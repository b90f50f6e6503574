import CPcap
import Glibc
import TraceTypes

/// Reads one file or device and holds the frame it read last, in libpcap's own memory.
///
/// `@safe`: `bytes` is valid from a successful `read()` to the next one, because libpcap keeps the frame until then, and
/// only `withFrame` hands it out, as a span that cannot escape.
@safe final class InputReader {
    enum Outcome {
        case frame, idle, end
    }

    var account: InputAccount
    private(set) var time = Timestamp(nanoseconds: 0)
    private(set) var wireLength = 0
    private let handle: PcapHandle
    private let subsecondUnit: Int64
    /// For a device: what to wait on, and for how many milliseconds.
    private let waiting: (descriptor: Int32, timeout: Int32)?
    private var bytes: UnsafePointer<UInt8>?
    private var count = 0
    private var statisticsCounter = StatisticsCounter()

    /// Reads from an opened file, or from an activated device that is in non-blocking mode.
    init(name: String, handle: PcapHandle, waiting: (descriptor: Int32, timeout: Int32)? = nil) throws(CaptureError) {
        let linkType = handle.linkType
        guard LinkType.decodable.contains(linkType) else {
            throw .unsupportedLinkType(input: name, name: linkType.pcapName)
        }
        self.handle = handle
        self.waiting = waiting
        subsecondUnit = handle.subsecondUnit
        account = InputAccount(name: name, linkType: linkType)
    }

    /// Goes on to the next frame.
    func read() throws(CaptureError) -> Outcome {
        let outcome = try readOnce()
        guard case .idle = outcome, let waiting else { return outcome }
        var request = pollfd(fd: waiting.descriptor, events: Int16(POLLIN), revents: 0)
        // Safe: one descriptor is passed, and it belongs to the open handle. A signal ends the wait as a timeout does.
        guard unsafe poll(&request, 1, waiting.timeout) > 0 else { return .idle }
        return try readOnce()
    }

    /// Calls `body` with the bytes of the frame that was read last.
    func withFrame(_ body: (Span<UInt8>) -> Void) {
        // Safe: libpcap keeps `count` bytes at `bytes` until the next read, which cannot happen during the call.
        let frame = unsafe UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
        body(unsafe frame.span)
    }

    /// What the kernel counted, or nil for a file.
    func statistics() -> KernelStatistics? {
        guard waiting != nil else { return nil }
        var raw = pcap_stat()
        // Safe: the handle is activated, and the structure is the one this version of libpcap fills.
        if unsafe pcap_stats(handle.pointer, &raw) == 0 { statisticsCounter.update(raw) }
        return statisticsCounter.total
    }

    private func readOnce() throws(CaptureError) -> Outcome {
        var header: UnsafeMutablePointer<pcap_pkthdr>?
        // Safe: the handle is activated; libpcap sets both pointers when it returns 1.
        let status = unsafe pcap_next_ex(handle.pointer, &header, &bytes)
        if status == 1, let header = unsafe header?.pointee {
            count = Int(header.caplen)
            wireLength = max(count, Int(header.len))
            // A classic pcap counts seconds in 32 bits without a sign, which libpcap extends as if there were one.
            let read = Int64(header.ts.tv_sec)
            let seconds = (Int64(Int32.min)..<0).contains(read) ? read + (1 << 32) : read
            time = Timestamp(seconds: seconds, nanoseconds: Int64(header.ts.tv_usec) &* subsecondUnit)
            return .frame
        }
        if status == 0 { return .idle }
        if status == PCAP_ERROR, waiting != nil {
            throw .deviceFailure(device: account.name, reason: handle.lastError)
        }
        account.end = status == PCAP_ERROR ? fileEnd(handle.lastError) : .complete
        return .end
    }

    private func fileEnd(_ reason: String) -> CaptureEnd {
        reason.contains("truncated") ? .truncatedFile(reason) : .damagedFile(reason)
    }
}
