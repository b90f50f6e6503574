import CPcap
import TraceTypes

/// A compiled BPF expression that can be tried on bytes.
///
/// `@safe`: the program is filled by libpcap in `init`, used only inside, and freed once, in `deinit`.
@safe package final class FilterProgram {
    private var program = unsafe bpf_program()

    /// Compiles `expression` for frames of `linkType`.
    package init(_ expression: String, linkType: LinkType) throws(CaptureError) {
        // Safe: a nil result is handled, and the handle owns the pointer.
        guard let pointer = unsafe pcap_open_dead(linkType.pcapValue, 262_144) else {
            throw .badFilter(expression: expression, reason: "out of memory")
        }
        let handle = unsafe PcapHandle(owning: pointer)
        // Safe: the handle is open, and the expression a C string for the call.
        guard unsafe pcap_compile(handle.pointer, &program, expression, 1, UInt32.max) == 0 else {
            throw .badFilter(expression: expression, reason: handle.lastError)
        }
        guard !asksTheKernel else {
            throw .badFilter(expression: expression, reason: "only a live capture knows what it asks for")
        }
    }

    /// Whether an instruction loads what Linux knows beside the bytes, such as a direction: it has an offset beyond all
    /// packets.
    private var asksTheKernel: Bool {
        // Safe: a compiled program has as many instructions as it says.
        let instructions = unsafe UnsafeBufferPointer(start: program.bf_insns, count: Int(program.bf_len))
        for index in instructions.indices {
            // Safe: the index is one of the buffer's.
            let instruction = unsafe instructions[index]
            let loads = instruction.code & Self.loadAbsolute == Self.loadAbsolute
            if loads, instruction.k >= Self.firstAncillary { return true }
        }
        return false
    }

    private static let loadAbsolute: UInt16 = 0x20
    private static let firstAncillary: UInt32 = 0xffff_f000

    deinit {
        // Safe: the program was filled by pcap_compile, or is empty, and is freed once.
        unsafe pcap_freecode(&program)
    }

    /// Whether a whole frame matches.
    package func matches(_ frame: [UInt8]) -> Bool {
        matches(frame.span, wireLength: frame.count)
    }

    /// Whether a frame matches, of which `wireLength` bytes were on the wire.
    package func matches(_ frame: Span<UInt8>, wireLength: Int) -> Bool {
        var header = pcap_pkthdr()
        header.caplen = UInt32(clamping: frame.count)
        header.len = UInt32(clamping: wireLength)
        // Safe: the header gives the number of bytes that there are, and none of them is written.
        return unsafe frame.withUnsafeBufferPointer { bytes in
            unsafe pcap_offline_filter(&program, &header, bytes.baseAddress) != 0
        }
    }
}
