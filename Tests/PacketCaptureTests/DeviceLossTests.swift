import Foundation
import Glibc
import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("A device that goes away leaves the others", .serialized, .enabled(if: VirtualDevice.canBeMade, "takes root"))
struct DeviceLossTests {
    private static let port = UInt16.random(in: 16_000...17_999)

    @Test func oneOfTwoIsRemoved() throws {
        let device = try VirtualDevice()
        var options = LiveOptions()
        options.filter = .expression("udp dst port \(Self.port)")
        var source = try DeviceSource(devices: [device.name, "lo"], options: options)
        device.remove()
        _ = CapturedFrame.read(&source, limit: 1, idleLimit: 3)
        let (failures, isOver) = (source.failures, source.isOver)
        #expect(failures.map { $0 == nil } == [false, true])
        #expect(failures[0].map { "\($0)".hasPrefix("\(device.name): the capture failed (") } == true)
        #expect(!isOver)
        #expect(UDPSender().send([1, 2, 3], to: Self.port))
        let frames = CapturedFrame.read(&source, limit: 1, idleLimit: 10)
        #expect(frames.map(\.header.interface) == [1])
    }

    @Test("A device that is switched off may come back")
    func oneIsDown() throws {
        let device = try VirtualDevice()
        var options = LiveOptions()
        options.filter = .everything
        var source = try DeviceSource(devices: [device.name, "lo"], options: options)
        var areDown = source.areDown
        #expect(areDown == [false, false])
        device.set("down")
        _ = CapturedFrame.read(&source, limit: 1000, idleLimit: 2)
        areDown = source.areDown
        let failures = source.failures
        #expect(areDown == [true, false])
        #expect(failures == [nil, nil])
        device.set("up")
        areDown = source.areDown
        #expect(areDown == [false, false])
    }

    @Test("When all are gone the capture ends")
    func allOfThem() throws {
        let device = try VirtualDevice()
        let capture = try DeviceCapture(devices: [device.name], options: LiveOptions())
        device.remove()
        capture.run { Timestamp(seconds: Int64(time(nil)), nanoseconds: 0) }
        var isEnded = false
        for _ in 0..<10 where !isEnded {
            if case .end = capture.queue.receive(within: 0) { isEnded = true }
        }
        #expect(isEnded)
        #expect(capture.queue.status.failures.allSatisfy { $0 != nil })
    }
}

/// A network device made for a test.
final class VirtualDevice {
    /// Whether such devices can be made here.
    static let canBeMade = (try? VirtualDevice()) != nil

    /// Its name.
    let name = "sw\(UInt32.random(in: 0...999_999))"

    /// Makes a device and switches it on.
    init() throws {
        guard try Self.ip("link add \(name) type veth peer name p\(name)"), try Self.ip("link set \(name) up") else {
            throw CocoaError(.featureUnsupported)
        }
    }

    deinit {
        remove()
    }

    /// Takes the device away.
    func remove() {
        _ = try? Self.ip("link del \(name)")
    }

    /// Switches it on or off.
    func set(_ state: String) {
        _ = try? Self.ip("link set \(name) \(state)")
    }

    private static func ip(_ arguments: String) throws -> Bool {
        let paths = ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip"]
        guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return false }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments.split(separator: " ").map(String.init)
        process.standardError = FileHandle.nullDevice
        try process.launchAlone()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
