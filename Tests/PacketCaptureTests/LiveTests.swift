import Glibc
import PacketCapture
import Testing
import TraceTypes

@Suite("Devices are captured live", .serialized)
struct LiveTests {
    static let mayCapture: Bool = {
        var options = LiveOptions()
        options.filter = .everything
        return (try? CaptureSource(device: "lo", options: options)) != nil
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
        var source = try CaptureSource(device: device, options: options)
        let payloads = (0..<5).map { Array("NOTIFY sip:\($0)@127.0.0.1 SIP/2.0\r\n\r\n".utf8) }
        let sender = UDPSender()
        for payload in payloads { #expect(sender.send(payload, to: Self.port)) }
        // The same to a port that the filter does not name.
        for payload in payloads { #expect(sender.send(payload, to: 9)) }
        let (frames, step) = try CapturedFrame.read(&source, limit: 20, idleLimit: 5)
        #expect(step == .idle)
        let received = frames.compactMap { frame in payloads.first { frame.bytes.suffix($0.count) == $0[...] } }
        #expect(received == payloads)
        let age = try #require(frames.first).header.time - Self.now
        #expect(abs(age.seconds) < 60)
        #expect(frames.map(\.header.number.rawValue) == (1...5).map(UInt64.init))
        let input = source.inputs[0]
        #expect(input.frames == 5)
        #expect(input.linkType == (device == "lo" ? .ethernet : .linuxCooked))
        let counted = source.statistics()
        let statistics = try #require(counted)
        #expect(statistics.received >= 5)
        #expect(statistics.dropped == 0)
    }

    @Test(.enabled(if: mayCapture, "capturing needs root or cap_net_raw"))
    func silenceIsIdle() throws {
        var options = LiveOptions()
        options.filter = .expression("udp port 9 and src port 9")
        options.isPromiscuous = false
        var source = try CaptureSource(device: "lo", options: options)
        for _ in 0..<3 {
            let step = try source.next { _, _ in }
            #expect(step == .idle)
        }
        let statistics = source.statistics()
        #expect(statistics == KernelStatistics())
    }

    @Test(.enabled(if: mayCapture, "capturing needs root or cap_net_raw"))
    func snapLength() throws {
        var options = LiveOptions()
        options.snapLength = 60
        options.filter = .expression("udp dst port \(Self.port)")
        var source = try CaptureSource(device: "lo", options: options)
        #expect(UDPSender().send([UInt8](repeating: 65, count: 500), to: Self.port))
        let (frames, _) = try CapturedFrame.read(&source, limit: 1, idleLimit: 20)
        #expect(frames.map(\.bytes.count) == [60])
        #expect(frames.map(\.header.wireLength) == [14 + 20 + 8 + 500])
    }

    @Test(.enabled(if: mayCapture, "capturing needs root or cap_net_raw"))
    func aBadFilter() {
        var options = LiveOptions()
        options.filter = .expression("port and")
        #expect(throws: CaptureError.self) { _ = try CaptureSource(device: "lo", options: options) }
    }

    @Test func anUnknownDevice() {
        let error = #expect(throws: CaptureError.self) { _ = try CaptureSource(device: "looo") }
        guard case .unknownDevice(let name, let available) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(name == "looo")
        if Self.mayCapture { #expect(available.contains("lo")) }
    }

    @Test func noPermission() async {
        await #expect(processExitsWith: .success) {
            if geteuid() == 0 { #expect(setuid(65534) == 0) }
            #expect(throws: CaptureError.noCapturePermission(device: "lo")) { _ = try CaptureSource(device: "lo") }
            #expect(throws: CaptureError.noCapturePermission(device: "any")) { _ = try CaptureSource(device: "any") }
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
