import CPcap
import TraceTypes

extension LinkType {
    /// The link type for libpcap's own number, which differs from the registered one only for raw IP.
    init(pcapValue: Int32) {
        self = pcapValue == DLT_RAW ? .raw : LinkType(rawValue: UInt32(bitPattern: pcapValue))
    }

    /// libpcap's own number.
    var pcapValue: Int32 {
        self == .raw ? DLT_RAW : Int32(truncatingIfNeeded: rawValue)
    }

    /// libpcap's name, or the number where it has none.
    var pcapName: String {
        // Safe: libpcap returns nil or a string constant of its own, and the text is copied here.
        guard let name = unsafe pcap_datalink_val_to_name(pcapValue) else { return "number \(rawValue)" }
        return unsafe String(cString: name)
    }
}
