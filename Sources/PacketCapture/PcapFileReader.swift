import CPcap
import TraceTypes

/// Reads a classic capture file by way of libpcap.
///
/// `@safe`: `bytes` points into libpcap's own memory, where libpcap keeps the frame until the next read.
@safe final class PcapFileReader: FrameReader {
    private let source: ByteSource
    private let handle: PcapHandle
    private let subsecondUnit: Int64
    private let filter: FrameFilter?
    private let layout: PcapRecordLayout

    /// Reads from a source that has the file's header in its buffer. Nil where libpcap does not know it.
    init?(name: String, source: ByteSource, filter: FrameFilter?) throws(CaptureError) {
        source.allowance = source.isPatient ? PcapRecordLayout.fileHeaderLength : nil
        guard let layout = source.withBytes({ PcapRecordLayout($0) }), let handle = PcapHandle(reading: source) else {
            return nil
        }
        self.layout = layout
        self.source = source
        self.handle = handle
        self.filter = filter
        subsecondUnit = handle.subsecondUnit
        super.init(InputAccount(name: name, linkType: handle.linkType))
        try filter?.prepare(for: handle.linkType)
    }

    override func read() throws(CaptureError) -> Outcome {
        while true {
            // libpcap cannot take up a record in its middle, so that it is asked only when there is all of it.
            if source.isPatient, case .notYet = layout.supply(source) { return .idle }
            if source.wasStopped { return end(.complete) }
            var header: UnsafeMutablePointer<pcap_pkthdr>?
            // Safe: the handle is open; libpcap sets both pointers when it returns 1.
            let status = unsafe pcap_next_ex(handle.pointer, &header, &bytes)
            guard status == 1, let header = unsafe header?.pointee else {
                if let failure = source.failure { return end(failure) }
                return end(status == PCAP_ERROR ? Self.fileEnd(handle.lastError) : .complete)
            }
            take(header, subsecondUnit: subsecondUnit)
            guard let filter, let linkType = account.linkType else { return .frame }
            let matches = try withFrame { frame throws(CaptureError) in
                try filter.matches(frame, wireLength: wireLength, linkType)
            }
            if matches { return .frame }
            leftOut &+= 1
        }
    }

    override func wait() {
        source.wait()
    }

    private func end(_ end: CaptureEnd) -> Outcome {
        account.end = end
        return .end
    }

    private static func fileEnd(_ reason: String) -> CaptureEnd {
        reason.contains("truncated") ? .truncatedFile(reason) : .damagedFile(reason)
    }
}
