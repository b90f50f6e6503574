import CPcap
import Glibc
import TraceTypes

/// Owns a libpcap handle, and for files the source it reads from and the buffer it reads through, until it is released.
///
/// `@safe`: the pointers never leave the target, are valid from `init` to `deinit`, and are freed once, in `deinit`.
@safe final class PcapHandle {
    let pointer: OpaquePointer
    private let source: ByteSource?
    private let buffer: UnsafeMutablePointer<CChar>?

    private init(pointer: OpaquePointer, _ source: ByteSource?, _ buffer: UnsafeMutablePointer<CChar>?) {
        unsafe self.pointer = unsafe pointer
        self.source = source
        unsafe self.buffer = unsafe buffer
    }

    deinit {
        // Safe: the handle was opened by libpcap and is closed only here; it closes its file, and only then are the
        // buffer and the source free that the file was given.
        unsafe pcap_close(pointer)
        unsafe buffer?.deallocate()
    }

    /// Takes over a handle that libpcap just opened.
    convenience init(owning pointer: OpaquePointer) {
        unsafe self.init(pointer: pointer, nil, nil)
    }

    /// Has libpcap read a classic capture. Nil where it refuses what the source begins with.
    convenience init?(reading source: ByteSource) {
        let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: source.bufferSize)
        // Safe: libpcap asks for no more bytes than it has room for, and source and buffer live as long as the handle.
        let cookie = unsafe Unmanaged.passUnretained(source).toOpaque()
        let opened = unsafe sipwatch_open_reading(cookie, Self.read, buffer, source.bufferSize)
        guard let file = unsafe opened else {
            unsafe buffer.deallocate()
            return nil
        }
        var reason = ErrorText()
        let handle = unsafe reason.withBuffer {
            unsafe pcap_fopen_offline_with_tstamp_precision(file, UInt32(PCAP_TSTAMP_PRECISION_NANO), $0)
        }
        guard let pointer = unsafe handle else {
            // Safe: libpcap leaves the file open when it refuses it, so that it is closed once, here.
            unsafe fclose(file)
            unsafe buffer.deallocate()
            return nil
        }
        unsafe self.init(pointer: pointer, source, buffer)
    }

    /// Reads for a file whose cookie is its source.
    private static let read: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<CChar>?, Int) -> Int = {
        cookie, target, count in
        guard let cookie = unsafe cookie, let target = unsafe target else { return 0 }
        // Safe: the cookie is the handle's source, and a byte is a byte, whatever its sign.
        return unsafe Unmanaged<ByteSource>.fromOpaque(cookie)._withUnsafeGuaranteedRef { source in
            unsafe target.withMemoryRebound(to: UInt8.self, capacity: count) {
                unsafe source.move(to: $0, atMost: count)
            }
        }
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
