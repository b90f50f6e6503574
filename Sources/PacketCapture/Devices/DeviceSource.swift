import Glibc
import TraceTypes

/// Frames from one or several devices.
///
/// All devices are read together: what they have at the same time comes in the order of its time. A device that fails
/// falls silent, and the others go on.
package struct DeviceSource: ~Copyable {
    /// Frames after which a round ends although there are more, so that the caller may look at other things.
    private static let roundLimit = 4096

    private let readers: [DeviceReader]
    private let timeout: Int32
    /// Readers that hold a frame which has not been delivered.
    private var holds: [Bool]

    /// Starts capturing on devices; `any` is all of them. A device named again adds nothing.
    package init(devices: [String], options: LiveOptions = LiveOptions()) throws(CaptureError) {
        guard !devices.isEmpty else { throw .noInput }
        var readers: [DeviceReader] = []
        for device in devices where !readers.contains(where: { $0.name == device }) {
            readers.append(try DeviceOpener.open(device, options, input: readers.count))
        }
        self.readers = readers
        timeout = options.timeout
        holds = Array(repeating: false, count: readers.count)
    }

    /// The devices.
    package var interfaces: [CaptureInterface] { readers.map(\.interface) }
    /// What the kernel counted so far, for each device.
    package var statistics: [KernelStatistics] { readers.map { $0.statistics() } }
    /// Why nothing more comes from a device, for each.
    package var failures: [CaptureError?] { readers.map(\.failure) }
    /// Whether a device is switched off, for each.
    package var areDown: [Bool] { readers.map(\.isDown) }
    /// Whether nothing more can come at all.
    package var isOver: Bool { readers.allSatisfy { $0.failure != nil } }
    /// How long a frame may wait in the kernel before it is delivered.
    package var delay: TimeSpan { .milliseconds(Int64(timeout) * 2) }

    /// Delivers what has come, in order of time; where nothing has, waits for it up to the timeout. Returns how many
    /// frames there were. The frames' numbers are left to the caller, and their bytes are valid during the call.
    package mutating func round(_ body: (_ header: FrameHeader, _ bytes: Span<UInt8>) -> Void) -> Int {
        let count = deliver(body)
        guard count == 0, !isOver else { return count }
        wait()
        return deliver(body)
    }

    private mutating func deliver(_ body: (FrameHeader, Span<UInt8>) -> Void) -> Int {
        for index in readers.indices where !holds[index] { holds[index] = readers[index].read() }
        var count = 0
        while count < Self.roundLimit, let index = earliest {
            let reader = readers[index]
            let header = FrameHeader(
                number: FrameNumber(rawValue: 0), time: reader.time, linkType: reader.interface.linkType,
                wireLength: reader.wireLength, input: index, interface: index)
            reader.withFrame { body(header, $0) }
            holds[index] = reader.read()
            count += 1
        }
        return count
    }

    private var earliest: Int? {
        var best: Int?
        for index in readers.indices where holds[index] {
            if let known = best, readers[known].time <= readers[index].time { continue }
            best = index
        }
        return best
    }

    /// Waits until a device has something or has failed. A signal ends the wait as a timeout does.
    private func wait() {
        var requests = readers.map {
            pollfd(fd: $0.failure == nil ? $0.descriptor : -1, events: Int16(POLLIN), revents: 0)
        }
        // Safe: as many descriptors are passed as the array has, and they belong to open handles.
        unsafe poll(&requests, nfds_t(requests.count), timeout)
    }
}
