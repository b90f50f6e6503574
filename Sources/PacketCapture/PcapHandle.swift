import CPcap
import Glibc
import TraceTypes

/// Owns a libpcap handle, and for files the source it reads from, until it is released.
///
/// `@safe`: the pointer never leaves the target, is valid from `init` to `deinit`, and is freed once, in `deinit`.
@safe final class PcapHandle {
    let pointer: OpaquePointer
    private let source: ByteSource?

    /// Takes over a handle that libpcap just opened.
    init(owning pointer: OpaquePointer, source: ByteSource? = nil) {
        unsafe self.pointer = unsafe pointer
        self.source = source
    }

    deinit {
        // Safe: the handle was opened by libpcap and is closed only here, before the source is released that its file
        // reads from.
        unsafe pcap_close(pointer)
    }

    /// Has libpcap read a classic capture. Nil where it refuses what the source begins with.
    convenience init?(reading source: ByteSource) {
        // Safe: libpcap asks for no more bytes than it has room for, and the source lives as long as the handle.
        let cookie = unsafe Unmanaged.passUnretained(source).toOpaque()
        let opened = unsafe sipwatch_open_reading(cookie) { cookie, target, count in
            guard let cookie = unsafe cookie, let target = unsafe target else { return 0 }
            return unsafe Unmanaged<ByteSource>.fromOpaque(cookie)._withUnsafeGuaranteedRef {
                unsafe $0.move(to: target, atMost: count)
            }
        }
        guard let file = unsafe opened else { return nil }
        var reason = ErrorText()
        let handle = unsafe reason.withBuffer {
            unsafe pcap_fopen_offline_with_tstamp_precision(file, UInt32(PCAP_TSTAMP_PRECISION_NANO), $0)
        }
        guard let pointer = unsafe handle else {
            // Safe: libpcap leaves the file open when it refuses it, so that it is closed once, here.
            unsafe fclose(file)
            return nil
        }
        unsafe self.init(owning: pointer, source: source)
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
