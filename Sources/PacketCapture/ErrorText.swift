import CPcap

/// The buffer that libpcap writes a reason into.
struct ErrorText {
    private var bytes = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE) + 1)

    /// Calls `body` with a buffer of at least `PCAP_ERRBUF_SIZE` bytes, which is valid for the call.
    mutating func withBuffer<Result>(_ body: (UnsafeMutablePointer<CChar>) -> Result) -> Result {
        // Safe: the array is never empty, so that it has a base address, and the pointer does not outlive the call.
        unsafe bytes.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress.unsafelyUnwrapped) }
    }

    /// What was written.
    var text: String {
        String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
