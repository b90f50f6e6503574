import CPcap

/// The clocks that a device can take a frame's time from.
package enum TimestampSource {
    /// What every device has.
    package static let host = "host"

    /// The names of those that a device has; `host` where there is no choice.
    static func names(_ handle: PcapHandle) -> [String] {
        var list: UnsafeMutablePointer<Int32>?
        // Safe: libpcap sets the list to as many numbers as it returns, and frees it below; names are constants.
        let count = unsafe pcap_list_tstamp_types(handle.pointer, &list)
        guard count > 0, let numbers = unsafe list else { return [host] }
        defer { unsafe pcap_free_tstamp_types(numbers) }
        return unsafe UnsafeBufferPointer(start: numbers, count: Int(count)).compactMap { number in
            unsafe pcap_tstamp_type_val_to_name(number).map { unsafe String(cString: $0) }
        }
    }

    /// Chooses one for a device that is not activated yet.
    static func choose(_ name: String, _ device: String, _ handle: PcapHandle) throws(CaptureError) {
        let names = names(handle)
        guard names.contains(name) else {
            throw .unknownTimestampSource(device: device, name: name, available: names)
        }
        // Safe: the name is a C string for the call, and the handle is not activated yet.
        let number = unsafe pcap_tstamp_type_name_to_val(name)
        guard names != [host] else { return }
        _ = unsafe pcap_set_tstamp_type(handle.pointer, number)
    }
}
