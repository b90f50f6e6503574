import PacketCapture
import SIPWatchKit
import Testing
import TraceTypes
import _TestSupport

@Suite("What was read is saved, whatever happens later")
struct SavedExtractTests {
    /// How many frames a saved file has.
    private func frames(_ path: String) throws -> Int {
        var source = try CaptureSource(files: [path])
        var count = 0
        while case .frame = try source.next({ _, _ in count += 1 }) {}
        return count
    }

    @Test("A filter that means nothing for a later interface", arguments: ["vlan", "not udp"])
    func anErrorInMidFile(_ filter: String) throws {
        let folder = try TemporaryFolder()
        var file = PcapngBuilder()
        file.addInterface(.ethernet)
        file.addInterface(.raw)
        file.addPacket(PacketBuilder([1, 2, 3, 4]).prefixed([], etherType: 0x0806).vlan(5).ethernet().bytes)
        file.addPacket([UInt8](repeating: 0, count: 40), interface: 1)
        let (path, saved) = (try folder.write(file.bytes, "in.pcapng"), folder.path + "/out.pcapng")
        let save = SaveOptions(path: saved)
        if filter == "vlan" {
            #expect(throws: AnalysisError.self) { _ = try Analyzer.analyze(files: [path], filter: filter, save: save) }
            #expect(try frames(saved) == 1)
        } else {
            _ = try Analyzer.analyze(files: [path], filter: filter, save: save)
            #expect(try frames(saved) == 2)
        }
    }
}
