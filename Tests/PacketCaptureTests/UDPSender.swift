import Glibc

/// Sends UDP datagrams to the loopback address.
final class UDPSender {
    private let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)

    deinit {
        close(descriptor)
    }

    /// Sends a datagram to a port of 127.0.0.1. Whether the system took it.
    func send(_ bytes: [UInt8], to port: UInt16) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        // Safe: the address lives through the call, and its size is given; the array gives its own.
        let sent = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                unsafe sendto(descriptor, bytes, bytes.count, 0, generic, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return sent == bytes.count
    }
}
