import Foundation
import _TestSupport

extension Fixture {
    /// The bytes of the capture.
    var bytes: [UInt8] { FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? [] }

    /// The capture with another UDP port in the place of the one that second legs of the fixtures come from.
    func moved(to port: UInt16) -> [UInt8] {
        bytes.replacing([0x13, 0xc6], with: [UInt8(port >> 8), UInt8(port & 0xff)])
    }

    /// The same as if the scenario had been recorded again: with other Call-IDs too, each as long as before.
    func again(from port: UInt16) -> [UInt8] {
        callIDs.reduce(moved(to: port)) { bytes, callID in
            let (old, new) = (callID, Self.turned(callID))
            // Replaces in a Refer-To has an escaped one.
            return bytes.replacing(Array(old.utf8), with: Array(new.utf8)).replacing(
                Array(old.replacing("@", with: "%40").utf8), with: Array(new.replacing("@", with: "%40").utf8))
        }
    }

    /// The Call-IDs, the longest first: one may be part of another.
    private var callIDs: [String] {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        let found = lines.compactMap { line in
            ["call-id: ", "i: "].first { line.lowercased().hasPrefix($0) }.map { String(line.dropFirst($0.count)) }
        }
        return Set(found).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// The digits and small letters before the host as other ones.
    private static func turned(_ callID: String) -> String {
        let head = callID.prefix { $0 != "@" }
        let turned = head.utf8.map { byte in
            switch byte {
            case 0x31...0x39: 0x6a - byte
            case 0x61...0x7a: 0xdb - byte
            default: byte
            }
        }
        return String(decoding: turned, as: UTF8.self) + callID.dropFirst(head.count)
    }
}
