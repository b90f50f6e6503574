import CPcap
import Glibc
import TraceTypes

/// A device that can be captured on.
package struct CaptureDevice: Equatable, Sendable {
    /// The name for `-i`.
    package let name: String
    /// What the system says it is.
    package let description: String?
    /// Its IPv4 and IPv6 addresses.
    package let addresses: [IPAddress]
    /// Whether it is switched on.
    package let isUp: Bool
    /// Whether it is connected.
    package let isRunning: Bool
    /// Whether it is a loopback device.
    package let isLoopback: Bool

    /// All devices libpcap can see, in its order, the most useful first.
    package static func all() throws(CaptureError) -> [CaptureDevice] {
        var first: UnsafeMutablePointer<pcap_if_t>?
        var reason = ErrorText()
        // Safe: libpcap sets `first` to a list it made, or to nil.
        guard unsafe reason.withBuffer({ unsafe pcap_findalldevs(&first, $0) }) == 0 else {
            throw .deviceFailure(device: "list of devices", reason: reason.text)
        }
        // Safe: the list is freed once, after the last use of it.
        defer { unsafe pcap_freealldevs(first) }
        var devices: [CaptureDevice] = []
        var next = unsafe first
        while let device = unsafe next?.pointee {
            unsafe devices.append(CaptureDevice(device))
            unsafe next = device.next
        }
        return devices
    }

    /// Copies what libpcap says; the entry's pointers are valid during the call.
    private init(_ entry: pcap_if_t) {
        // Safe: libpcap sets the name to a string, the description to a string or nil, and the addresses to a list.
        name = unsafe String(cString: entry.name)
        description = unsafe entry.description.map { unsafe String(cString: $0) }
        let flags = unsafe entry.flags
        isUp = flags & UInt32(PCAP_IF_UP) != 0
        isRunning = flags & UInt32(PCAP_IF_RUNNING) != 0
        isLoopback = flags & UInt32(PCAP_IF_LOOPBACK) != 0
        var addresses: [IPAddress] = []
        var next = unsafe entry.addresses
        while let entry = unsafe next?.pointee {
            if let address = unsafe entry.addr.flatMap({ unsafe Self.address($0) }) { addresses.append(address) }
            unsafe next = entry.next
        }
        self.addresses = addresses
    }

    private static func address(_ pointer: UnsafeMutablePointer<sockaddr>) -> IPAddress? {
        let raw = UnsafeRawPointer(pointer)
        // Safe: the family says which structure is there, and the offsets lie inside it.
        switch Int32(unsafe pointer.pointee.sa_family) {
        case AF_INET:
            return IPAddress(v4: UInt32(bigEndian: unsafe raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
        case AF_INET6:
            let high = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            let low = unsafe raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
            return IPAddress(v6High: UInt64(bigEndian: high), low: UInt64(bigEndian: low))
        default:
            return nil
        }
    }
}
