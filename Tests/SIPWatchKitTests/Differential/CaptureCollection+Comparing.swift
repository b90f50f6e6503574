import Foundation
import SIPWatchKit
import TraceTypes
import _TestSupport

extension CaptureCollection {
    /// All differences in it, and how many messages were compared.
    func compared() throws -> (differences: [Difference], messages: Int) {
        let folder = self.folder ?? ""
        if self == .torture { return try comparedMessages(folder) }
        var differences: [Difference] = []
        var messages = 0
        for file in files {
            let path = "\(folder)/\(file)"
            let (ours, complaint) = try Self.read(path)
            if let complaint { differences.append(Difference(capture: file, complaint: complaint)) }
            differences += Difference.all(in: file, ours: ours, theirs: try Tshark.messages(path))
            messages += ours.count
        }
        return (differences, messages)
    }

    /// The messages of a capture. One that cannot be read is converted first, and the complaint comes with the messages.
    private static func read(_ path: String) throws -> ([DissectedMessage], complaint: String?) {
        do throws(AnalysisError) {
            return (try DissectedMessage.read(path), nil)
        } catch {
            let temporary = try TemporaryFolder()
            // Each link type that may be in the file is made that of all frames, whose numbers stay what they are. Frames
            // of the other types have no message then.
            let readings = try ["ether", "null"].map {
                try DissectedMessage.read(Tshark.converted(path, linkType: $0, to: "\(temporary.path)/\($0).pcap"))
            }
            return (readings.flatMap(\.self), error.description)
        }
    }

    /// Compares files with a message each, in one capture with a UDP packet for each.
    private func comparedMessages(_ folder: String) throws -> ([Difference], Int) {
        var builder = CaptureFileBuilder()
        let (alice, bob) = (IPAddress(v4: 0xC000_020A), IPAddress(v4: 0xC000_0214))
        for (index, file) in files.enumerated() {
            let message = FileManager.default.contents(atPath: "\(folder)/\(file)") ?? Data()
            let packet = PacketBuilder([UInt8](message)).udp(from: 5060, to: 5060).ipv4(from: alice, to: bob)
            builder.add(packet.ethernet().bytes, at: Timestamp(seconds: Int64(index), nanoseconds: 0))
        }
        let temporary = try TemporaryFolder()
        let path = try temporary.write(builder.bytes, "torture.pcap")
        let (ours, theirs) = (try DissectedMessage.read(path), try Tshark.messages(path))
        let differences = files.enumerated().flatMap { index, file in
            let (ours, theirs) = (Self.message(index, ours), Self.message(index, theirs))
            return Difference.all(in: file, ours: ours, theirs: theirs)
        }
        return (differences, ours.count)
    }

    /// What was read from the file of this index, as if its frame were the only one.
    private static func message(_ index: Int, _ messages: [DissectedMessage]) -> [DissectedMessage] {
        messages.filter { $0.frame == UInt64(index) + 1 }.map { message in
            var message = message
            message.frame = 1
            return message
        }
    }
}
