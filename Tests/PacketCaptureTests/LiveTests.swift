import Glibc
import PacketCapture
import Testing
import TraceTypes

@Suite("Devices are captured live", .serialized)
struct LiveTests {
    static let mayCapture: Bool = {
        var options = LiveOptions()
        options.filter = .everything
        return (try? DeviceSource(devices: ["lo"], options: options)) != nil
    }()

    /// A port that no other test sends to.
    private static let port = UInt16.random(in: 20_000...29_999)

    @Test(
        .enabled(if: mayCapture, "capturing needs root or cap_net_raw"),
        arguments: ["lo", "any"], [true, false])
    func datagrams(_ device: String, _ immediate: Bool) throws {
        var options = LiveOptions()
        options.isImmediate = immediate
        options.filter = .sip(ports: [Self.port...Self.port])
        var source = try DeviceSource(devices: [device], options: options)
        let payloads = (0..<5).map { Array("NOTIFY sip:\($0)@127.0.0.1 SIP/2.0\r\n\r\n".utf8) }
        let sender = UDPSender()
        for payload in payloads { #expect(sender.send(payload, to: Self.port)) }
        // The same to a port that the filter does not name.
        for payload in payloads { #expect(sender.send(payload, to: 9)) }
        let frames = CapturedFrame.read(&source, limit: 20, idleLimit: 5)
        let received = frames.compactMap { frame in payloads.first { frame.bytes.suffix($0.count) == $0[...] } }
        #expect(received == payloads)
        let age = try #require(frames.first).header.time - Self.now
        #expect(abs(age.seconds) < 60)
        #expect(frames.allSatisfy { $0.header.interface == 0 && $0.header.input == 0 })
        let interface = source.interfaces[0]
        #expect(interface.name == device)
        #expect(interface.linkType == (device == "lo" ? .ethernet : .linuxCooked))
        #expect(interface.filter?.contains("\(Self.port)") == true)
        let statistics = source.statistics[0]
        #expect(statistics.received >= 5)
        #expect(statistics.dropped == 0)
    }

    @Test(.enabled(if: mayCapture, "capturing needs root or cap_net_raw"))
    func silenceIsIdle() throws {
        var options = LiveOptions()
        options.filter = .expression("udp port 9 and src port 9")
        options.isPromiscuous = false
        var source = try DeviceSource(devices: ["lo"], options: options)
        for _ in 0..<3 {
            let count = source.round { _, _ in }
            #expect(count == 0)
        }
        let (isOver, statistics) = (source.isOver, source.statistics)
        #expect(!isOver)
        #expect(statistics == [KernelStatistics()])
    }

    @Test(.enabled(if: mayCapture, "capturing needs root or cap_net_raw"))
    func snapLength() throws {
        var options = LiveOptions()
        options.snapLength = 60
        options.filter = .expression("udp dst port \(Self.port)")
        var source = try DeviceSource(devices: ["lo"], options: options)
        #expect(UDPSender().send([UInt8](repeating: 65, count: 500), to: Self.port))
        let frames = CapturedFrame.read(&source, limit: 1, idleLimit: 20)
        #expect(frames.map(\.bytes.count) == [60])
        #expect(frames.map(\.header.wireLength) == [14 + 20 + 8 + 500])
    }

    @Test(.enabled(if: mayCapture, "capturing needs root or cap_net_raw"))
    func aBadFilter() {
        var options = LiveOptions()
        options.filter = .expression("port and")
        #expect(throws: CaptureError.self) { _ = try DeviceSource(devices: ["lo"], options: options) }
    }

    @Test func anUnknownDevice() {
        let error = #expect(throws: CaptureError.self) { _ = try DeviceSource(devices: ["looo"]) }
        guard case .unknownDevice(let name, let available) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(name == "looo")
        if Self.mayCapture { #expect(available.contains("lo")) }
    }

    @Test(.enabled(if: mayCapture, "capturing needs root or cap_net_raw"))
    func severalDevices() throws {
        var options = LiveOptions()
        options.filter = .expression("udp dst port \(Self.port)")
        var source = try DeviceSource(devices: ["lo", "any", "lo"], options: options)
        let sender = UDPSender()
        for byte in UInt8(0)..<20 { #expect(sender.send([byte], to: Self.port)) }
        let frames = CapturedFrame.read(&source, limit: 1000, idleLimit: 5)
        // The loopback device shows each frame once, and all devices together once more as sent and once as received.
        for interface in [0, 1] {
            let own = frames.filter { $0.header.interface == interface }
            #expect(Set(own.compactMap(\.bytes.last)) == Set(0..<20))
            #expect(own.map(\.header.time) == own.map(\.header.time).sorted())
        }
        let interfaces = source.interfaces
        #expect(interfaces.map(\.name) == ["lo", "any"])
        #expect(interfaces.map(\.linkType) == [.ethernet, .linuxCooked])
        let failures = source.failures
        #expect(failures == [nil, nil])
    }

    @Test func noDevice() {
        #expect(throws: CaptureError.noInput) { _ = try DeviceSource(devices: []) }
    }

    @Test(.enabled(if: mayCapture, "capturing needs root or cap_net_raw"))
    func timestampSources() throws {
        var options = LiveOptions()
        options.timestampSource = "host"
        _ = try DeviceSource(devices: ["lo"], options: options)
        options.timestampSource = "sundial"
        let error = #expect(throws: CaptureError.self) { _ = try DeviceSource(devices: ["lo"], options: options) }
        #expect(error?.description.hasPrefix("lo: cannot take the time of frames from sundial; it has: host") == true)
    }

    @Test func noPermission() async {
        await #expect(processExitsWith: .success) {
            if geteuid() == 0 { #expect(setuid(65534) == 0) }
            #expect(throws: CaptureError.noCapturePermission(device: "lo")) { _ = try DeviceSource(devices: ["lo"]) }
            #expect(throws: CaptureError.noCapturePermission(device: "any")) { _ = try DeviceSource(devices: ["any"]) }
        }
    }

    @Test func devices() throws {
        let devices = try CaptureDevice.all()
        let loopback = try #require(devices.first { $0.name == "lo" })
        #expect(loopback.isLoopback)
        #expect(loopback.isUp)
        #expect(loopback.addresses.contains(IPAddress(v4: 0x7f00_0001)))
        #expect(devices.contains { $0.name == "any" && !$0.isLoopback })
    }

    private static var now: Timestamp {
        Timestamp(seconds: Int64(time(nil)), nanoseconds: 0)
    }
}
