import Foundation
import TraceTypes
import _TestSupport

/// The messages of RFC 4475 in Fixtures/torture, each in a UDP packet of its own.
struct TortureCapture {
    /// The names of the messages, in the order of their frames.
    let names: [String]

    /// Lists the messages.
    init() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        names = files.filter { $0.hasSuffix(".dat") }.sorted()
    }

    private static let folder = Fixture.projectPath + "/Fixtures/torture/rfc4475"

    /// Writes the capture; returns its path.
    func write(to folder: TemporaryFolder) throws -> String {
        var file = CaptureFileBuilder()
        for (index, name) in names.enumerated() {
            let message = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name)"))
            let packet = PacketBuilder([UInt8](message)).udp(from: 5060, to: 5060)
                .ipv4(from: IPAddress(v4: 0xc000_0201), to: IPAddress(v4: 0xc000_0202)).ethernet()
            file.add(packet.bytes, at: Timestamp(nanoseconds: Int64(1_700_000_000 + index) * 1_000_000_000))
        }
        return try folder.write(file.bytes, "torture.pcap")
    }
}
