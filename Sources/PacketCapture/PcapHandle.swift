import CPcap
import Glibc
import TraceTypes

/// Owns a libpcap handle, and for files the buffer it reads through, until it is released.
///
/// `@safe`: the pointers never leave the target, are valid from `init` to `deinit`, and are freed once, in `deinit`.
@safe final class PcapHandle {
    /// Bytes that one read from a file fetches.
    private static let fileBufferSize = 256 << 10

    let pointer: OpaquePointer
    private let fileBuffer: UnsafeMutablePointer<CChar>?

    private init(pointer: OpaquePointer, fileBuffer: UnsafeMutablePointer<CChar>?) {
        unsafe self.pointer = unsafe pointer
        unsafe self.fileBuffer = unsafe fileBuffer
    }

    deinit {
        // Safe: the handle was opened by libpcap and is closed only here; it closes its file, and only then is the
        // buffer free that the file was given.
        unsafe pcap_close(pointer)
        unsafe fileBuffer?.deallocate()
    }

    /// Takes over a handle that libpcap just opened.
    convenience init(owning pointer: OpaquePointer) {
        unsafe self.init(pointer: pointer, fileBuffer: nil)
    }

    /// Opens a file for reading.
    convenience init(path: String) throws(CaptureError) {
        // Safe: the path is a C string for the call; a nil result is handled.
        guard let file = unsafe fopen(path, "rb") else { throw FileProblem.error(path: path, code: errno) }
        let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: Self.fileBufferSize)
        // Safe: the buffer has the size given and lives until after the file is closed.
        unsafe setvbuf(file, buffer, _IOFBF, Self.fileBufferSize)
        var reason = ErrorText()
        let opened = unsafe reason.withBuffer {
            unsafe pcap_fopen_offline_with_tstamp_precision(file, UInt32(PCAP_TSTAMP_PRECISION_NANO), $0)
        }
        guard let pointer = unsafe opened else {
            // Safe: libpcap leaves the file open when it refuses it, so that it is closed once, here.
            let beginning = unsafe FileProblem.beginning(of: file)
            unsafe fclose(file)
            unsafe buffer.deallocate()
            throw FileProblem.error(path: path, beginning: beginning, reason: reason.text)
        }
        unsafe self.init(pointer: pointer, fileBuffer: buffer)
    }

    /// Opens standard input.
    convenience init(standardInput name: String) throws(CaptureError) {
        var reason = ErrorText()
        // Safe: libpcap takes "-" for standard input, which it leaves open when closing; a nil result is handled.
        let opened = unsafe reason.withBuffer {
            unsafe pcap_open_offline_with_tstamp_precision("-", UInt32(PCAP_TSTAMP_PRECISION_NANO), $0)
        }
        guard let pointer = unsafe opened else {
            throw FileProblem.error(path: name, beginning: nil, reason: reason.text)
        }
        unsafe self.init(pointer: pointer, fileBuffer: nil)
    }

    /// What libpcap says of its last failure.
    var lastError: String {
        // Safe: libpcap returns a string inside the handle, which lives; the text is copied here.
        unsafe String(cString: pcap_geterr(pointer))
    }

    /// How the frames begin.
    var linkType: LinkType {
        // Safe: the handle is activated.
        LinkType(pcapValue: unsafe pcap_datalink(pointer))
    }

    /// The nanoseconds that one unit of a frame's sub-second field stands for.
    var subsecondUnit: Int64 {
        // Safe: the handle is activated.
        unsafe pcap_get_tstamp_precision(pointer) == PCAP_TSTAMP_PRECISION_NANO ? 1 : 1000
    }

    /// Lets only frames through that match a BPF expression.
    func setFilter(_ expression: String) throws(CaptureError) {
        var program = unsafe bpf_program()
        // Safe: the handle is activated; libpcap fills the program, copies it into the handle, and frees it here.
        guard unsafe pcap_compile(pointer, &program, expression, 1, UInt32.max) == 0 else {
            throw .badFilter(expression: expression, reason: lastError)
        }
        defer { unsafe pcap_freecode(&program) }
        guard unsafe pcap_setfilter(pointer, &program) == 0 else {
            throw .badFilter(expression: expression, reason: lastError)
        }
    }
}
