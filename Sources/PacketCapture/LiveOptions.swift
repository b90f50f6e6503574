/// How a device is captured.
package struct LiveOptions: Sendable {
    /// Which frames the kernel lets through.
    package enum Filter: Sendable, Equatable {
        /// ``SIPFilter`` with these ports.
        case sip(ports: [ClosedRange<UInt16>])
        /// A BPF expression.
        case expression(String)
        /// Every frame.
        case everything
    }

    /// Which frames the kernel lets through.
    package var filter = Filter.sip(ports: SIPFilter.defaultPorts)
    /// How many bytes of a frame are kept.
    package var snapLength: Int32 = 262_144
    /// Bytes of the kernel's buffer.
    package var bufferSize: Int32 = 16 << 20
    /// Whether frames for other hosts are captured too.
    package var isPromiscuous = true
    /// Whether each frame is delivered at once, at a higher cost per frame.
    package var isImmediate = false
    /// Where a frame's time comes from, by libpcap's names; nil for the device's default.
    package var timestampSource: String?
    /// How long frames may wait in the kernel, and after which silence a read returns, in milliseconds.
    package var timeout: Int32 = 100

    /// The documented defaults.
    package init() {}
}
