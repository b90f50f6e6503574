import CPcap
import Glibc
import TraceTypes

/// Starts a capture on a device.
enum DeviceOpener {
    /// The name that stands for all devices.
    private static let allDevices = "any"

    /// A reader on the activated, non-blocking, filtered device, the capture's `input`th, counted from 0.
    static func open(_ device: String, _ options: LiveOptions, input: Int) throws(CaptureError) -> DeviceReader {
        var reason = ErrorText()
        // Safe: the name is a C string for the call, and a nil result is handled.
        guard let pointer = unsafe reason.withBuffer({ unsafe pcap_create(device, $0) }) else {
            throw .deviceFailure(device: device, reason: reason.text)
        }
        let handle = unsafe PcapHandle(owning: pointer)
        // Safe: the handle is open and not yet activated, as these calls want it.
        unsafe pcap_set_snaplen(handle.pointer, options.snapLength)
        unsafe pcap_set_buffer_size(handle.pointer, options.bufferSize)
        unsafe pcap_set_promisc(handle.pointer, options.isPromiscuous ? 1 : 0)
        unsafe pcap_set_immediate_mode(handle.pointer, options.isImmediate ? 1 : 0)
        unsafe pcap_set_timeout(handle.pointer, options.timeout)
        // Where nanoseconds are not to be had, the handle says so later.
        unsafe pcap_set_tstamp_precision(handle.pointer, PCAP_TSTAMP_PRECISION_NANO)
        if let source = options.timestampSource { try TimestampSource.choose(source, device, handle) }
        let status = unsafe pcap_activate(handle.pointer)
        guard status >= 0 else { throw error(device, status, handle) }
        var interface = CaptureInterface(input: input, linkType: handle.linkType)
        interface.name = device
        interface.snapLength = UInt32(clamping: options.snapLength)
        try prepare(&interface, options, handle)
        return DeviceReader(interface, handle: handle)
    }

    private static func prepare(
        _ interface: inout CaptureInterface, _ options: LiveOptions, _ handle: PcapHandle
    ) throws(CaptureError) {
        let device = interface.name ?? ""
        var reason = ErrorText()
        // Safe: the handle is activated.
        guard unsafe reason.withBuffer({ unsafe pcap_setnonblock(handle.pointer, 1, $0) }) == 0 else {
            throw .deviceFailure(device: device, reason: reason.text)
        }
        guard LinkType.decodable.contains(handle.linkType) else {
            throw .unsupportedLinkType(input: device, name: handle.linkType.pcapName)
        }
        switch options.filter {
        case .sip(let ports):
            // Some link types hide IP from the kernel's filter: then all frames are let through.
            let expression = SIPFilter.expression(ports: ports, linkType: handle.linkType)
            if (try? handle.setFilter(expression)) != nil { interface.filter = expression }
        case .expression(let text):
            try handle.setFilter(text)
            interface.filter = text
        case .everything: break
        }
    }

    private static func error(_ device: String, _ status: Int32, _ handle: PcapHandle) -> CaptureError {
        switch status {
        case PCAP_ERROR_NO_SUCH_DEVICE:
            return unknown(device)
        case PCAP_ERROR_PERM_DENIED, PCAP_ERROR_PROMISC_PERM_DENIED:
            // Without permission libpcap does not get as far as looking for the device.
            return exists(device) ? .noCapturePermission(device: device) : unknown(device)
        case PCAP_ERROR_IFACE_NOT_UP:
            return .deviceDown(device: device)
        default:
            return .deviceFailure(device: device, reason: handle.lastError)
        }
    }

    private static func exists(_ device: String) -> Bool {
        // Safe: the name is a C string for the call.
        let index = unsafe if_nametoindex(device)
        return device == allDevices || index != 0
    }

    private static func unknown(_ device: String) -> CaptureError {
        let devices = (try? CaptureDevice.all()) ?? []
        return .unknownDevice(name: device, available: devices.map(\.name))
    }
}
